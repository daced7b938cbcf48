"""All weights updated as one vector end where Keras' optimizer takes them one by one."""

from __future__ import annotations

import numpy as np

from core.backend import keras, tf
from core.training.optimizer import JoinedAdamW

RATE, DECAY = 1e-2, 1e-3


def variables() -> list[tf.Variable]:
    chance = np.random.default_rng(3)
    return [tf.Variable(chance.normal(size=shape).astype(np.float32)) for shape in ((3, 4), (4,), (2, 2, 3))]


def loss_of(weights: list[tf.Variable]) -> tf.Tensor:
    return tf.add_n([tf.reduce_sum(tf.sin(weight) * (number + 1)) for number, weight in enumerate(weights)])


def test_a_step_changes_weights_as_that_of_keras() -> None:
    joined, single = variables(), variables()
    own = JoinedAdamW([joined[:2], joined[2:]], RATE, DECAY)
    keras_own = keras.optimizers.AdamW(RATE, weight_decay=DECAY)
    for _ in range(5):
        with tf.GradientTape() as tape:
            loss = loss_of(joined)
        own.apply(own.gradients(tape, loss, (0, 1)), (0, 1))
        with tf.GradientTape() as tape:
            loss = loss_of(single)
        keras_own.apply_gradients(zip(tape.gradient(loss, single), single, strict=True))
    for one, other in zip(joined, single, strict=True):
        np.testing.assert_allclose(one.numpy(), other.numpy(), rtol=1e-6)


def test_a_group_that_is_left_out_stays_as_it_is() -> None:
    weights = variables()
    before = [weight.numpy() for weight in weights]
    own = JoinedAdamW([weights[:2], weights[2:]], RATE, DECAY)
    with tf.GradientTape() as tape:
        loss = loss_of(weights)
    own.apply(own.gradients(tape, loss, (1,)), (1,))
    assert all(np.array_equal(weight.numpy(), was) for weight, was in zip(weights[:2], before, strict=False))
    assert not np.array_equal(weights[2].numpy(), before[2])


def test_a_weight_that_the_loss_does_not_read_only_decays() -> None:
    weights = [tf.Variable([1.0]), tf.Variable([1.0])]
    own = JoinedAdamW([weights], RATE, DECAY)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(weights[0] ** 2)
    own.apply(own.gradients(tape, loss, (0,)), (0,))
    assert weights[1].numpy() == np.float32(1.0 - RATE * DECAY)
