"""Wording checks on any text: words that judge a person, silence people or probe health.

Pure: text in, findings out. The rules are data, one file a language, and the page that checks
in the browser runs the very same patterns. Precise before complete: what cannot be told from
the words alone (sarcasm, culture) is left to people. Imported by the checks and the command line.
"""

from playbook.wording.finder import Remark, find, find_promises
from playbook.wording.for_browser import rules_as_data, rules_script
from playbook.wording.names import persons_in
from playbook.wording.plain import PlainWords, plain_words
from playbook.wording.rules import Rules, rules_for

__all__ = [
    "PlainWords",
    "Remark",
    "Rules",
    "find",
    "find_promises",
    "persons_in",
    "plain_words",
    "rules_as_data",
    "rules_for",
    "rules_script",
]
