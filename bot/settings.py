"""Configuration: environment (TALLY_…), then `.env`, then `tally.toml`. The README's table of settings is
made from the descriptions here. A name that is no setting is said: a typo must not pass for a setting that is not set.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import Field, Json, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.errors import SettingsError
from bot.words import say

PREFIX, ENV_FILE, TOML_FILE = "TALLY_", ".env", "tally.toml"
ALIKE = 0.8  # of difflib's measure: SLAK_BOT_TOKEN is 0.96, a variable of another program far less


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, toml_file=TOML_FILE, extra="ignore", env_ignore_empty=True
    )

    slack_bot_token: SecretStr = Field(SecretStr(""), description="Bot token (`xoxb-…`): Slack, Install App.")
    slack_app_token: SecretStr = Field(
        SecretStr(""), description="App-level token (`xapp-…`) with `connections:write`: Slack, Basic Information."
    )
    slack_base_url: str = Field("https://slack.com/api/", description="Slack's Web API; the sandbox has its own.")
    database_url: str = Field(
        "sqlite:///var/tally.db", description="SQLite file, or `postgresql+psycopg://…` when it grows."
    )
    model: str = Field("builtin", description="`builtin`, or the path of a GGUF file with a chat template.")
    model_context: int = Field(
        4096,
        ge=512,
        description="Tokens of one conversation that the model sees; never more than it was made for (built in: 2048). "
        "For a server: its own limit unless this is set.",
    )
    model_gpu_layers: int = Field(-1, ge=-1, description="Layers on the GPU; -1 puts all of them there.")
    model_threads: int = Field(
        0,
        ge=0,
        description="CPU threads of the model; 0 takes all cores but one, since llama.cpp stalls where a core is busy.",
    )
    model_sequences: int = Field(
        0,
        ge=0,
        le=64,
        description="Answers written at once; 0: what fits a quarter of free memory, at most 16; built in: 6.",
    )
    model_cache: Literal["f16", "q8_0", "f32"] = Field(
        "f16", description="Numbers of the model's cache; `q8_0` holds nearly twice as many conversations as `f16`."
    )
    model_patience_s: float = Field(
        180, gt=0, le=3600, description="Seconds after which an answer counts as one that does not come."
    )
    model_max_tokens: int = Field(512, ge=32, description="Tokens of one answer at most.")
    model_url: str = Field(
        "", description="A model server with OpenAI's API instead of `TALLY_MODEL`, such as `http://gpu-box:8000/v1`."
    )
    model_name: str = Field("", description="For a server: which of its models; needed where it has several.")
    model_key: SecretStr = Field(SecretStr(""), description="For a server: the API key that it was started with.")
    model_timeout_s: float = Field(
        60, gt=0, le=600, description="For a server: seconds that it may be silent, before an answer and within it."
    )
    model_request: Json[dict[str, Any]] = Field(
        '{"chat_template_kwargs": {"enable_thinking": false}}',
        validate_default=True,
        description="For a server: what stands in every request besides, as a JSON object; `null` takes a field out.",
    )
    ledger: Literal["local", "v2"] = Field(
        "local", description="Where reports live: `local` is the built-in ledger, `v2` the activity-report API."
    )
    ledger_url: str = Field("", description="For `v2`: where its server is, such as `https://reports.example.com`.")
    ledger_timeout_s: float = Field(10, gt=0, le=60, description="For `v2`: seconds that it may take to answer.")
    ledger_country: str = Field(
        "FR", pattern="^[A-Z]{2}$", description="For `v2`, which names none: the country whose public holidays count."
    )
    company: str = Field("", description="The company's name, as it stands on CSV, Excel and PDF files.")
    inbox_threads: int = Field(8, ge=1, le=64, description="Conversations that are worked on at once.")
    reminders: bool = Field(True, description="Remind people at the month's end.")
    reminder_hour: int = Field(
        10, ge=0, le=23, description="When reminders come, on everybody's own clock, unless they prefer another hour."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given directly, then the environment, then `.env`, then `tally.toml`."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """Read the settings. Raises SettingsError with the name of the one that is wrong."""
    try:
        _check_names()
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(say("setting-wrong", name=name, why=first["msg"])) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(say("settings-file-unreadable", why=str(error))) from error


def _check_names() -> None:
    """Raise SettingsError for a name that means nothing. In the environment, where other programs may use the prefix
    too, only for one that looks like a setting."""
    known = [name.upper() for name in Settings.model_fields]
    in_toml = [name.upper() for name in TomlConfigSettingsSource(Settings).toml_data]
    in_env_file = _without_prefix(DotEnvSettingsSource(Settings).env_vars)
    for file, names in ((TOML_FILE, in_toml), (ENV_FILE, in_env_file)):
        for name in names:
            if name not in known:
                raise SettingsError(_unknown(name, file, known))
    for name in _without_prefix(os.environ):
        if name not in known and get_close_matches(name, known, n=1, cutoff=ALIKE):
            raise SettingsError(_unknown(name, "", known))


def _unknown(name: str, file: str, known: Collection[str]) -> str:
    shown = name.lower() if file == TOML_FILE else PREFIX + name
    close = get_close_matches(name, known, n=1, cutoff=0)[0]
    meant = close.lower() if file == TOML_FILE else PREFIX + close
    if file:
        return say("setting-unknown-in-file", name=shown, file=file, meant=meant)
    return say("setting-unknown", name=shown, meant=meant)


def _without_prefix(names: Collection[str]) -> list[str]:
    return sorted(name.upper().removeprefix(PREFIX) for name in names if name.upper().startswith(PREFIX))
