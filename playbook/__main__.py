"""``python -m playbook``: the same as the command ``playbook``."""

from playbook.cli import main

if __name__ == "__main__":
    main(prog_name="playbook")
