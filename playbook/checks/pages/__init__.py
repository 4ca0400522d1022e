"""What is found on finished pages; the finding is done by ``playbook.page_checks``. Pages only."""

from playbook.checks.pages import dead_anchor, dead_link, empty_section, outside_source, repeated_anchor

__all__ = ["MODULES"]

MODULES = (dead_anchor, dead_link, empty_section, outside_source, repeated_anchor)
