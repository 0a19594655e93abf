def pixel_distance(f1, f2):
    total = 0
    for a, b in zip(f1.unbind(1), f2.unbind(1)):
        total = total + (a - b) ** 2
    return total.clamp(min=1e-10) ** 0.5
