# caught-by: follows_the_generator
# mistake: You seem to draw the random ids only once, and to use them again in each later call.
# mistake[zh-CN]: 随机编号你似乎只抽取一次，之后每次调用都沿用。
import torch

WORDS = {}


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    if ids.shape not in WORDS:
        WORDS[ids.shape] = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    words = WORDS[ids.shape] % vocab_size
    return torch.where(replaced, words, new_ids), labels
