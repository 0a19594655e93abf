def pixel_distance(f1, f2):
    return ((f1 - f2).square().sum(dim=1) + 1e-12).sqrt()
