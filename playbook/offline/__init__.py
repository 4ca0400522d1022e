"""Read the handbook without signal: what a browser keeps after one visit, and the script that serves it.

Works on the finished pages, whoever made them. ``bundle`` packs pages so that what they share
is kept once, ``kept`` chooses pages and files within a budget, ``worker`` writes the script.
"""

from playbook.offline.bundle import pack, unpack
from playbook.offline.kept import BUDGET, CAN_WAIT, Kept, choose, compressed
from playbook.offline.worker import WORKER, farewell, worker_files

__all__ = [
    "BUDGET",
    "CAN_WAIT",
    "WORKER",
    "Kept",
    "choose",
    "compressed",
    "farewell",
    "pack",
    "unpack",
    "worker_files",
]
