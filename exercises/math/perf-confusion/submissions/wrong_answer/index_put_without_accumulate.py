# caught-by: counts_repeats
# mistake: `index_put_` does not add up unless it is told `accumulate=True`.
# mistake[zh-CN]: `index_put_` 不写 `accumulate=True` 就不会累加。
import torch


def confusion(targets, preds, num_classes):
    kept = targets != -100
    matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    return matrix.index_put_((targets[kept], preds[kept]), torch.tensor(1))
