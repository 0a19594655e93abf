# caught-by: follows_the_generator
# mistake: You seem to set a seed yourself.
# mistake[zh-CN]: 你似乎自己设置了随机种子。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    if generator is not None:
        generator.manual_seed(0)
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
