# caught-by: draws_from_the_whole_vocabulary
# mistake: You seem to draw one random id for all positions.
# mistake[zh-CN]: 你似乎为所有位置只抽了一个随机编号。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, (1,), generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
