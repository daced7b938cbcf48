"""Tables are shared, and tensors left alone, wherever that makes the file smaller."""

from __future__ import annotations

import numpy as np

from core.compression.huffman.code import count_symbols, optimal_bits, optimal_lengths, payload_bits
from core.compression.huffman.sharing import TABLE_PARTS_BYTES, Compressible, SharedTable, share_tables
from core.compression.huffman.table import make_table
from tests.builders.tflite_models import Codes, skewed_codes

PARTS = 76


def compressible(codes: Codes) -> Compressible:
    return Compressible(count_symbols(codes), codes.size, PARTS)


def total_bytes(tensors: list[Compressible], shared: tuple[SharedTable, ...]) -> float:
    """What the tensors take in the file by the choice `shared`."""
    coded = {member: entry.table for entry in shared for member in entry.members}
    payload = sum(
        payload_bits(tensor.counts, coded[i].lengths) / 8 + tensor.parts_bytes
        if i in coded
        else tensor.stored_bytes
        for i, tensor in enumerate(tensors)
    )
    return payload + sum(entry.table.bytes + TABLE_PARTS_BYTES for entry in shared)


def test_tensors_alike_share_a_table_and_others_do_not() -> None:
    alike = [compressible(skewed_codes((20_000,), seed, zeros=0.85)) for seed in range(4)]
    other = [compressible(skewed_codes((20_000,), seed, zeros=0.0, largest=100)) for seed in range(4, 6)]
    shared = share_tables(alike + other)
    assert [entry.members for entry in shared] == [(0, 1, 2, 3), (4, 5)]


def test_sharing_never_takes_more_than_a_table_for_each() -> None:
    chance = np.random.default_rng(2)
    for trial in range(5):
        tensors = [
            compressible(
                skewed_codes(
                    (int(chance.integers(50, 9000)),),
                    100 * trial + i,
                    chance.uniform(0.2, 0.97),
                    int(chance.integers(2, 127)),
                )
            )
            for i in range(12)
        ]
        together, apart = share_tables(tensors), share_tables(tensors, share=False)
        assert total_bytes(tensors, together) <= total_bytes(tensors, apart)
        assert len(together) <= len(apart)


def test_without_sharing_each_tensor_has_a_table() -> None:
    tensors = [compressible(skewed_codes((20_000,), seed)) for seed in range(3)]
    assert [entry.members for entry in share_tables(tensors, share=False)] == [(0,), (1,), (2,)]


def test_every_member_has_codewords_for_all_its_symbols() -> None:
    tensors = [compressible(skewed_codes((3000,), seed, largest=3 + 20 * seed)) for seed in range(6)]
    for entry in share_tables(tensors):
        for member in entry.members:
            assert entry.table.lengths[tensors[member].counts > 0].all()


def test_tensors_that_would_grow_are_left_alone() -> None:
    even = np.arange(-128, 128, dtype=np.int8).repeat(40)
    tiny = skewed_codes((40,))
    large = skewed_codes((40_000,))
    shared = share_tables([compressible(even), compressible(tiny), compressible(large)])
    assert [entry.members for entry in shared] == [(2,)]


def test_a_tensor_too_small_for_a_table_of_its_own_may_use_another_one() -> None:
    small = [compressible(skewed_codes((150,), seed)) for seed in range(2)]
    assert share_tables(small) == ()
    shared = share_tables([*small, compressible(skewed_codes((40_000,), 9))])
    assert [entry.members for entry in shared] == [(0, 1, 2)]


def test_many_small_tensors_pay_for_one_table_together() -> None:
    tensors = [compressible(skewed_codes((200,), seed)) for seed in range(8)]
    assert not share_tables(tensors[:1])
    assert [entry.members for entry in share_tables(tensors)] == [tuple(range(8))]


def test_the_choice_is_close_to_codes_of_their_own_without_tables() -> None:
    tensors = [compressible(skewed_codes((30_000,), seed, zeros=0.7 + seed / 40)) for seed in range(8)]
    shared = share_tables(tensors)
    coded = total_bytes(tensors, shared) - PARTS * len(tensors)
    assert coded < 1.02 * sum(optimal_bits(tensor.counts) for tensor in tensors) / 8


def test_codewords_are_shortened_where_the_table_shrinks_by_more_than_the_payload_grows() -> None:
    """Rare symbols with long codewords need deep tables; 8-bit weights have many of them."""
    tensor = compressible(skewed_codes((30_000,), 3, zeros=0.5, largest=120))
    lengths = optimal_lengths(tensor.counts)
    unlimited = make_table(lengths, tensor.counts)
    (entry,) = share_tables([tensor])
    chosen = entry.table.bytes + payload_bits(tensor.counts, entry.table.lengths) / 8
    assert entry.table.lengths.max() < lengths.max()
    assert chosen < unlimited.bytes + payload_bits(tensor.counts, lengths) / 8


def test_nothing_to_code_needs_no_table() -> None:
    assert share_tables([]) == ()
