"""What a fair and kind process needs: a good example, help before formality, a way back."""

from playbook.checks.process import acceptable_twin, support_first, way_back

__all__ = ["MODULES"]

MODULES = (acceptable_twin, support_first, way_back)
