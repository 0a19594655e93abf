# caught-by: passes_one_micro_batch_at_a_time
# mistake: You seem to concatenate the micro-batches; the whole batch does not fit into memory.
# mistake[zh-CN]: 你似乎把微批拼接了起来；整批是放不进内存的。
import torch
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    x = torch.cat([x for x, _ in micro_batches])
    y = torch.cat([y for _, y in micro_batches])
    optimizer.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
