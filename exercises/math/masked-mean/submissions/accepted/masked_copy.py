def masked_mean(x, mask):
    copy = x.clone()
    copy[~mask] = 0
    count = mask.sum(dim=1)
    count[count == 0] = 1
    return copy.sum(dim=1) / count.unsqueeze(1)
