"""How results look: plain domain values turned into terminal output or JSON; reads and writes nothing."""
