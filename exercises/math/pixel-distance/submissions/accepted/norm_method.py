def pixel_distance(f1, f2):
    n, c, h, w = f1.shape
    difference = (f1 - f2).reshape(n, c, h * w)
    return difference.norm(p=2, dim=1).view(n, h, w)
