# caught-by: follows_the_generator
# mistake: You seem to draw only once what becomes of the tokens, and to keep it for each later call.
# mistake[zh-CN]: token 变成什么，你似乎只抽取一次，之后每次调用都沿用。
import torch

FATES = {}


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    if ids.shape not in FATES:
        FATES[ids.shape] = torch.rand(ids.shape, generator=generator, device=ids.device)
    fate = FATES[ids.shape]
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
