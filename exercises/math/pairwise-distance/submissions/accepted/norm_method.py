def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    distance = (x1.sub(x2).add(eps)).norm(p=p, dim=-1)
    if keepdim:
        distance = distance.unsqueeze(-1)
    return distance
