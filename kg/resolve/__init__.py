"""From what articles say to one world: who is who, which reports are of one event, who contradicts whom."""
