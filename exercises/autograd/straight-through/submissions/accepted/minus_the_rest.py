def round_ste(x):
    rest = x.detach() - x.detach().round()
    return x - rest
