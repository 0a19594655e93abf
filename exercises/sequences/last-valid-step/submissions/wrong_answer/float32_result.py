# caught-by: sends_the_gradient_to_the_picked_steps
# mistake: The result does not seem to keep the dtype.
# mistake[zh-CN]: 结果似乎没有保持 dtype。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return output[rows, lengths - 1].float()
