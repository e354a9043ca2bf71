import pytest

from engine.training.recipe import Recipe


def test_an_epoch_is_a_fixed_number_of_chips():
    assert Recipe(chips_per_epoch=100, batch_size=8).steps_per_epoch == 13
    assert Recipe(epochs=3, chips_per_epoch=16, batch_size=8).n_steps == 6


def test_the_learning_rate_climbs_then_falls_along_a_cosine():
    recipe = Recipe(epochs=10, chips_per_epoch=80, batch_size=8, warmup_share=0.1, final_rate=0.0)
    rates = [recipe.rate_at(step) for step in range(recipe.n_steps)]
    assert rates[0] == pytest.approx(0.1)
    assert rates[9] == rates[10] == 1.0
    assert rates[55] == pytest.approx(0.5)
    assert rates[9:] == sorted(rates[9:], reverse=True)


def test_the_last_rate_is_kept_when_training_goes_on():
    recipe = Recipe(epochs=1, final_rate=0.02)
    assert recipe.rate_at(recipe.n_steps) == pytest.approx(0.02)
    assert recipe.rate_at(10 * recipe.n_steps) == pytest.approx(0.02)


def test_a_training_of_one_step_has_a_rate():
    assert Recipe(epochs=1, chips_per_epoch=1).rate_at(0) == 1.0


@pytest.mark.parametrize("n_px, every", [(0, 1), (10, 1), (768_000, 1), (768_001, 2), (7_680_000, 10)])
def test_validation_takes_at_most_its_share_of_the_time_of_learning(n_px, every):
    recipe = Recipe(
        chips_per_epoch=100, batch_size=10, chip_size_px=160, most_validation=0.1
    )  # 7,680,000 with backward
    assert recipe.validation_every(n_px) == every
