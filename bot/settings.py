"""Configuration: environment (TALLY_…), then `.env`, then `tally.toml`. The README's table of settings is
made from the descriptions here.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from bot.errors import SettingsError


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix="TALLY_", env_file=".env", toml_file="tally.toml", extra="ignore", env_ignore_empty=True
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
    model_context: int = Field(4096, ge=512, description="Tokens of one conversation that the model sees.")
    model_gpu_layers: int = Field(-1, ge=-1, description="Layers on the GPU; -1 puts all of them there.")
    model_threads: int = Field(
        0,
        ge=0,
        description="CPU threads of the model; 0 takes all cores but one, since llama.cpp stalls where a core is busy.",
    )
    model_max_tokens: int = Field(512, ge=32, description="Tokens of one answer at most.")
    ledger: Literal["local"] = Field("local", description="Where reports live: `local` is the built-in ledger.")
    inbox_threads: int = Field(4, ge=1, le=64, description="Conversations that are worked on at once.")
    reminders: bool = Field(True, description="Remind people at the month's end.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

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
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "TALLY_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"The setting {name} is wrong: {first['msg']}.") from error
