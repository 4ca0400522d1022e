"""Long measurements of the product: speed, edits, faults found, kills survived. No part of the package."""
