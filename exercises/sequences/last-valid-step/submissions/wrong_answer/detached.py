# caught-by: sends_the_gradient_to_the_picked_steps
# mistake: No gradient seems to reach `output`.
# mistake[zh-CN]: 梯度似乎传不到 `output`。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output.detach()[rows, lengths - 1]
