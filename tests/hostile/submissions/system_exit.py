# expect: CE
"""Asks politely to leave."""
import sys
sys.exit(0)
