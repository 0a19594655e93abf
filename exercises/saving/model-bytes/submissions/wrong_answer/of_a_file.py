# caught-by: counts_parameters
# mistake: You seem to measure a file, which holds more than the numbers.
# mistake[zh-CN]: 你测量的似乎是文件的大小，而文件里不只有数据。
import io

import torch


def model_bytes(model):
    file = io.BytesIO()
    torch.save(model.state_dict(), file)
    return len(file.getvalue())
