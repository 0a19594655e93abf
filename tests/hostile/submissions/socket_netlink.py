# expect: RTE
"""Opens a socket of family netlink."""
import torch
from torch import nn

import socket
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)
        pass
