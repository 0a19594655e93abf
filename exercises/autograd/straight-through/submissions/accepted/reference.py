def round_ste(x):
    return x + (x.round() - x).detach()
