"""The records of a handbook and their shape: what an author may write, field by field."""

from playbook.model.handbook import HandbookFile, WordsFile
from playbook.model.ladder import Ladder
from playbook.model.records import Checklist, Moment, Support, Urgent
from playbook.model.standard import Standard

__all__ = ["Checklist", "HandbookFile", "Ladder", "Moment", "Standard", "Support", "Urgent", "WordsFile"]
