import torch


def confusion(targets, preds, num_classes):
    kept = torch.stack([targets, preds])[:, targets > -1]
    ones = torch.ones(kept.shape[1], dtype=torch.int64)
    return torch.sparse_coo_tensor(kept, ones, (num_classes, num_classes)).to_dense()
