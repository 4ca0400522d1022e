"""The records of a handbook and their shape: what an author may write, field by field."""

from playbook.model.check_ins import CheckIn
from playbook.model.handbook import HandbookFile, WordsFile
from playbook.model.ladder import Ladder
from playbook.model.measures import Measure
from playbook.model.papers import Paper
from playbook.model.reader import ChangesFile, MySideFile, ReadingPath, Talk
from playbook.model.records import Checklist, Moment, Support, Urgent
from playbook.model.standard import Standard

__all__ = [
    "ChangesFile",
    "CheckIn",
    "Checklist",
    "HandbookFile",
    "Ladder",
    "Measure",
    "Moment",
    "MySideFile",
    "Paper",
    "ReadingPath",
    "Standard",
    "Support",
    "Talk",
    "Urgent",
    "WordsFile",
]
