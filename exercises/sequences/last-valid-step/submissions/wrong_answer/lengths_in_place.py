# caught-by: leaves_the_arguments_alone
# mistake: You seem to change the caller's `lengths`.
# mistake[zh-CN]: 你似乎改动了调用者的 `lengths`。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    lengths -= 1
    return output[rows, lengths]
