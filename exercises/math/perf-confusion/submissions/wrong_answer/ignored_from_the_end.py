# caught-by: ignores_samples
# mistake: -100 seems to be used as an index from the end.
# mistake[zh-CN]: -100 似乎被当成了从末尾数起的下标。
import torch


def confusion(targets, preds, num_classes):
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    kept = targets >= -num_classes
    where = (targets[kept], preds[kept])
    return matrix.index_put_(where, torch.tensor(1), accumulate=True)
