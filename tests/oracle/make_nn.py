# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers of the networks and of one step of each optimiser, from PyTorch.

Writes tests/data/oracle/nn.json. Run with /usr/bin/python3 (Debian: python3-torch).
"""
import json
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "oracle" / "nn.json"
SLOPE = 0.2


def plain(tensor):
    tensor = tensor.detach()
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.flatten().tolist()]}


def weights(named):
    return {name: plain(tensor) for name, tensor in named.items()}


def shuffle(module):
    """Random weights of a useful size in every parameter, biases and norms included."""
    for parameter in module.parameters():
        parameter.data.add_(torch.randn_like(parameter) * 0.2)


class Encoder(nn.Module):
    def __init__(self, channels, inputs, steps, latent, size):
        super().__init__()
        self.latent = latent
        self.body = nn.ModuleDict()
        for i, out in enumerate(channels):
            self.body[f"conv{i}"] = nn.Conv1d(inputs, out, 16, 4, 6)
            inputs = out
        if latent == "map":
            self.map = nn.Conv1d(inputs, size, 1)
        else:
            self.head = nn.Linear(inputs * (steps if latent == "flat" else 1), size)

    def forward(self, x):
        for conv in self.body.values():
            x = F.leaky_relu(conv(x), SLOPE)
        if self.latent == "map":
            return self.map(x).flatten(1)
        return self.head(x.mean(2) if self.latent == "pooled" else x.flatten(1))


class Generator(nn.Module):
    def __init__(self, channels, steps, latent, size, tanh):
        super().__init__()
        self.latent, self.steps, self.tanh, self.first = latent, steps, tanh, channels[0]
        if latent == "map":
            self.spread = nn.Conv1d(size, channels[0], 3, padding=1)
        else:
            self.entry = nn.Linear(size, channels[0] * steps)
        for i, inputs in enumerate(channels):
            out = channels[i + 1] if i + 1 < len(channels) else 1
            setattr(self, f"up{i}", nn.ConvTranspose1d(inputs, out, 16, 4, 6))
        self.count = len(channels)

    def forward(self, z):
        if self.latent == "map":
            x = self.spread(z.reshape(len(z), -1, self.steps))
        else:
            x = self.entry(z).reshape(len(z), self.first, self.steps)
        for i in range(self.count):
            x = getattr(self, f"up{i}")(F.leaky_relu(x, SLOPE))
        return torch.tanh(x) if self.tanh else x


class Critic(nn.Module):
    """PyTorch's own Transformer layers over patches."""

    def __init__(self, inputs, tokens, patch, width, heads, feed, layers, before, positions, pooling):
        super().__init__()
        self.pooling = pooling
        self.stem = nn.Conv1d(inputs, width, patch, patch)
        self.positions = nn.Parameter(torch.randn(tokens, width)) if positions else None
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(width, heads, feed, 0.0, batch_first=True, norm_first=before)
            for _ in range(layers))
        self.norm = nn.LayerNorm(width) if before else None
        self.head = nn.Linear(2 * width if pooling == "both" else width, 1)

    def forward(self, x):
        t = self.stem(x).transpose(1, 2)
        if self.positions is not None:
            t = t + self.positions
        for layer in self.layers:
            t = layer(t)
        if self.norm is not None:
            t = self.norm(t)
        parts = {"mean": [t.mean(1)], "max": [t.max(1)[0]], "both": [t.mean(1), t.max(1)[0]]}
        return self.head(torch.cat(parts[self.pooling], 1)).squeeze(1)

    def named(self):
        out = {"stem.embed.weight": self.stem.weight, "stem.embed.bias": self.stem.bias,
               "head.weight": self.head.weight, "head.bias": self.head.bias}
        if self.positions is not None:
            out["positions"] = self.positions
        if self.norm is not None:
            out.update({"norm.weight": self.norm.weight, "norm.bias": self.norm.bias})
        for i, layer in enumerate(self.layers):
            for name, tensor in layer.named_parameters():
                name = (name.replace("self_attn.in_proj_", "in_proj.")
                        .replace("self_attn.out_proj", "out_proj"))
                out[f"layer{i}.{name}"] = tensor
        return out


class ConvCritic(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.body = Encoder(channels, 1, 1, "map", 1).body
        self.head = nn.Linear(channels[-1], 1)

    def forward(self, x):
        for conv in self.body.values():
            x = F.leaky_relu(conv(x), SLOPE)
        return self.head(x.mean(2)).squeeze(1)


class LatentCritic(nn.Module):
    def __init__(self, numbers, widths):
        super().__init__()
        for i, (a, b) in enumerate(zip([numbers] + widths, widths + [1])):
            setattr(self, f"linear{i}", nn.Linear(a, b))
        self.count = len(widths) + 1

    def forward(self, z):
        for i in range(self.count - 1):
            z = F.leaky_relu(getattr(self, f"linear{i}")(z), SLOPE)
        return getattr(self, f"linear{self.count - 1}")(z).squeeze(1)


def penalty(critic, real, fake, mix):
    shape = [-1] + [1] * (real.dim() - 1)
    between = (mix.view(shape) * real + (1 - mix.view(shape)) * fake).detach().requires_grad_(True)
    gradient, = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = gradient.flatten(1).norm(2, 1)
    return ((norm - 1) ** 2).mean(), norm.mean()


def module_cases():
    encoder = {"channels": [3, 4], "kernel": 16, "stride": 4}
    generator = {"channels": [4, 3], "last_layer": "random"}
    before = {"stem": "patch", "patch": 8, "width": 8, "heads": 2, "feed_forward": 12, "layers": 2,
              "positions": "learned", "pooling": "both", "normalisation": "before"}
    after = {"stem": "pointwise", "width": 8, "heads": 4, "feed_forward": 12, "layers": 1,
             "positions": "none", "pooling": "max", "normalisation": "after"}
    conv = {"body": "convolution", "channels": [3, 4], "pooling": "mean"}
    cases = [("upsampling", {}, nn.ConvTranspose1d(3, 2, 16, 4, 6), torch.randn(2, 3, 5))]
    for latent in ("map", "pooled", "flat"):
        cases.append((f"encoder {latent}", {"encoder": {**encoder, "latent": latent, "latent_size": 5},
                       "generator": generator},
                      Encoder([3, 4], 2, 4, latent, 5), torch.randn(3, 2, 64)))
    for latent, output in (("map", "linear"), ("flat", "tanh")):
        cases.append((f"generator {latent} {output}",
                      {"encoder": {**encoder, "latent": latent, "latent_size": 5},
                       "generator": {**generator, "output": output}},
                      Generator([4, 3], 4, latent, 5, output == "tanh"),
                      torch.randn(3, 20 if latent == "map" else 5)))
    cases.append(("critic patches", {"signal_critic": before},
                  Critic(2, 8, 8, 8, 2, 12, 2, True, True, "both"), torch.randn(3, 2, 64)))
    cases.append(("critic samples", {"signal_critic": after},
                  Critic(1, 16, 1, 8, 4, 12, 1, False, False, "max"), torch.randn(3, 1, 16)))
    cases.append(("critic convolution", {"signal_critic": conv, "encoder": encoder,
                                         "generator": generator},
                  ConvCritic([3, 4]), torch.randn(3, 1, 64)))
    cases.append(("latent critic", {"latent_critic": {"widths": [6, 5]}},
                  LatentCritic(7, [6, 5]), torch.randn(3, 7)))
    out = []
    for name, preset, module, x in cases:
        shuffle(module)
        named = module.named() if isinstance(module, Critic) else dict(module.named_parameters())
        case = {"name": name, "preset": preset, "weights": weights(named), "input": plain(x),
                "output": plain(module(x))}
        if "critic" in name:
            fake, mix = torch.randn_like(x), torch.rand(len(x))
            value, norm = penalty(module, x, fake, mix)
            gradients = torch.autograd.grad(value, list(named.values()), allow_unused=True)
            case["penalty"] = {
                "fake": plain(fake), "mix": plain(mix), "value": value.item(), "norm": norm.item(),
                "gradients": {n: plain(g) for n, g in zip(named, gradients) if g is not None}}
        out.append(case)
    return out


def steps_case():
    length, order, count = 128, 8, 6
    basis = torch.linalg.qr(torch.randn(length, count))[0].t().contiguous()
    taps, deviation = torch.randn(order) * 0.2, 0.7
    kernel = (torch.cat([torch.ones(1), taps]) / deviation).flip(0).view(1, 1, -1)
    whiten = lambda x: F.conv1d(x, kernel)
    preset = {
        "encoder": {"channels": [3, 4], "latent_size": 2}, "generator": {"channels": [4, 3], "last_layer": "random"},
        "signal_critic": {"patch": 12, "width": 8, "heads": 2, "feed_forward": 12, "layers": 1},
        "latent_critic": {"widths": [6]},
        "adversarial": {"signal_weight": 0.1, "latent_weight": 0.2, "penalty": 10.0}}
    E, G = Encoder([3, 4], 2, 8, "map", 2), Generator([4, 3], 8, "map", 2, False)
    C, D = Critic(2, 10, 12, 8, 2, 12, 1, True, True, "both"), LatentCritic(16, [6])
    for module in (E, G, C, D):
        shuffle(module)

    def named():
        out = {f"encoder.{n}": p for n, p in E.named_parameters()}
        out.update({f"generator.{n}": p for n, p in G.named_parameters()})
        out.update({f"signal_critic.{n}": p for n, p in C.named().items()})
        out.update({f"latent_critic.{n}": p for n, p in D.named_parameters()})
        return out

    def encode(x):
        rest = x - ((x.squeeze(1) @ basis.t()) @ basis).unsqueeze(1)
        return E(torch.cat([rest, F.pad(whiten(x), (order, 0))], 1))

    rebuild = lambda x, z: ((x.squeeze(1) @ basis.t()) @ basis).unsqueeze(1) + G(z)
    seen = lambda x: torch.cat([x[:, :, order:], whiten(x)], 1)
    x, n = torch.randn(5, 1, length), 5
    mix, latent_mix, latent_real = torch.rand(n), torch.rand(n), torch.randn(n, 16)
    start = weights(named())
    critics = torch.optim.AdamW([*C.parameters(), *D.parameters()], 3e-4, (0.5, 0.9), weight_decay=0.0)
    with torch.no_grad():
        z = encode(x)
        real, fake = seen(x), seen(rebuild(x, z))
    gap, latent_gap = C(real).mean() - C(fake).mean(), D(latent_real).mean() - D(z).mean()
    p, norm = penalty(C, real, fake, mix)
    q, _ = penalty(D, latent_real, z, latent_mix)
    (10 * p - gap + 10 * q - latent_gap).backward()
    critics.step()
    gradients = lambda: weights({n: p.grad for n, p in named().items() if p.grad is not None})
    critic_gradients = gradients()
    critic = {"gradients": critic_gradients, "critic": gap.item(), "latent": latent_gap.item(), "penalty": (p + q).item(),
              "norm": norm.item(), "after": weights(named())}
    nets = torch.optim.AdamW([*E.parameters(), *G.parameters()], 1e-3, (0.9, 0.999), weight_decay=1e-3)
    z = encode(x)
    made = rebuild(x, z)
    cycle, realness, likeness = whiten(x - made).square().mean(), C(seen(made)).mean(), D(z).mean()
    (cycle - 0.1 * realness - 0.2 * likeness).backward()
    nets.step()
    generator = {"gradients": gradients(), "cycle": cycle.item(), "generator": -realness.item(), "latent": -likeness.item(),
                 "after": weights(named())}
    return {"preset": preset, "length": length, "basis": plain(basis), "taps": plain(taps),
            "deviation": deviation, "weights": start, "windows": plain(x), "mix": plain(mix),
            "latent_mix": plain(latent_mix), "latent_real": plain(latent_real),
            "reconstruction": plain(made), "critic_step": critic, "generator_step": generator}


if __name__ == "__main__":
    torch.manual_seed(3)
    OUT.write_text(json.dumps({"torch": torch.__version__, "modules": module_cases(),
                               "steps": steps_case()}, separators=(",", ":")))
