"""``python -m playbook``: the same as the command ``playbook``."""

from playbook.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main(prog_name="playbook")
