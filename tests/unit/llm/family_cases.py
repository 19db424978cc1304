"""One case for each model that a family was made for: its real chat template and a real tokenizer.

The templates are llama.cpp's collection (`llama_source`), where it has them. Those of functionary 1, 1.4 and 2 are
written here after their documented prompt formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from llama_source import chat_template

# Functionary 2 and 2-llama: functionary/prompt_template/jinja_templates/v2.txt and v2.llama3.txt of MeetKai/functionary
# describe the turns; what they say of the tools is shortened to their names.
FUNCTIONARY_2 = """{{ bos_token }}<|from|>system
<|recipient|>all
<|content|>{% for tool in tools or [] %}type {{ tool.function.name }} {% endfor %}
{%- for message in messages -%}
{%- if message.role == 'tool' %}
<|from|>{{ message['name'] }}
<|recipient|>all
<|content|>{{ message['content'] }}
{%- elif message.role != 'assistant' %}
<|from|>{{ message.role }}
<|recipient|>all
<|content|>{{ message['content'] }}
{%- else -%}
{%- if message['content'] %}
<|from|>assistant
<|recipient|>all
<|content|>{{ message['content'] }}
{%- endif -%}
{%- for call in message['tool_calls'] or [] -%}
{{ '\\n<|from|>assistant\\n<|recipient|>' + call['function']['name'] + '\\n<|content|>' }}
{{- call['function']['arguments'] }}
{%- endfor -%}<|stop|>
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}{{ '\\n<|from|>assistant\\n<|recipient|>' }}{%- endif -%}"""
FUNCTIONARY_2_LLAMA = """{{ bos_token }}<|start_header_id|>system<|end_header_id|>

{% for tool in tools or [] %}type {{ tool.function.name }} {% endfor %}<|eot_id|>
{%- for message in messages -%}
{{ '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' }}
{%- if message['role'] == 'tool' -%}{{ 'name=' + message['name'] + '\\n' }}{%- endif -%}
{{ message['content'] }}
{%- for call in message['tool_calls'] or [] -%}
{{ '<|reserved_special_token_249|>' + call['function']['name'] + '\\n' + call['function']['arguments'] }}
{%- endfor -%}<|eot_id|>
{%- endfor -%}
{%- if add_generation_prompt -%}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{%- endif -%}"""
# Functionary 1: prompt_template_v1.py of the same repository (PromptTemplateV1.get_chat_template_jinja).
FUNCTIONARY_1 = """{%- for message in messages -%}
{%- if message['role'] == 'function' -%}
{{ 'function name=' + message['name'] + ':\\n' + message['content'] + '<|END_OF_FUNCTION_RESULT|>\\n' }}
{%- elif message['role'] != 'assistant' -%}
{{ message['role'] + ':\\n' + message['content'] + '<|END_OF_' + message['role'] | upper + '|>\\n' }}
{%- elif 'function_call' in message -%}
{{ 'assistant:\\n' + (message['content'] + '\\n' if message['content'] else '') + '<|START_OF_FUNCTION_CALL|>' }}
{{- message['function_call']['name'] + ':\\n' + message['function_call']['arguments'] + '<|END_OF_FUNCTION_CALL|>\\n' }}
{%- else -%}
{{ 'assistant:\\n' + message['content'] + '<|END_OF_ASSISTANT|>\\n' }}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}assistant:{%- endif -%}"""
# Functionary 1.4: the chat handler "functionary" of llama-cpp-python (llama_chat_format.py, functionary_chat_handler).
FUNCTIONARY_1_4 = """{%- for message in messages -%}
{%- if message['role'] == 'function' -%}
{{ 'function name=functions.' + message['name'] + ':\\n' + message['content'] + '\\n' }}
{%- elif message['role'] == 'user' -%}
{{ 'user:\\n</s>' + message['content'] + '</s>\\n' }}
{%- elif message['role'] == 'system' -%}
{{ 'system:\\n' + message['content'] + '\\n' }}
{%- elif 'function_call' in message -%}
{{ 'assistant:\\n' + message['content'] + '\\n' if message['content'] else '' }}
{{- 'assistant to=functions.' + message['function_call']['name'] + ':\\n' + message['function_call']['arguments'] }}
{{- '</s>\\n' }}
{%- else -%}
{{ 'assistant:\\n' + message['content'] + '\\n' }}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}assistant{%- endif -%}"""
# Phi-4-mini: the template of its published tokenizer configuration.
PHI_4_MINI = (
    "{% for message in messages %}{% if message['role'] == 'system' and 'tools' in message and message['tools'] is not"
    " none %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|tool|>' + message['tools'] + '<|/tool|>' +"
    " '<|end|>' }}{% else %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endif %}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% else %}{{ eos_token }}{% endif %}"
)


@dataclass(frozen=True)
class Case:
    """A model: which entry of the table it must find, its template, and its tokenizer with the marks it has."""

    name: str
    family: str
    source: str
    tokenizer: str
    control: Sequence[str] = ()
    marks: Sequence[str] = ()

    @property
    def template(self) -> str:
        """The chat template: of the collection, or as it is written here."""
        return self.source if "{" in self.source else chat_template(self.source)


TAGS = ("<tool_call>", "</tool_call>", "<think>", "</think>", "<tool_response>", "</tool_response>")
IM = ("<|im_start|>", "<|im_end|>")
MISTRAL = ("[INST]", "[/INST]", "[AVAILABLE_TOOLS]", "[/AVAILABLE_TOOLS]", "[TOOL_RESULTS]", "[/TOOL_RESULTS]",
           "[TOOL_CALLS]")  # fmt: skip
NAMED = (*MISTRAL, "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[ARGS]", "[CALL_ID]", "[THINK]", "[/THINK]")
LLAMA = ("<|python_tag|>", "<|eom_id|>")
LFM = (*IM, "<|tool_call_start|>", "<|tool_call_end|>", "<|tool_list_start|>", "<|tool_list_end|>",
       "<|tool_response_start|>", "<|tool_response_end|>")  # fmt: skip
HARMONY = ("<|start|>", "<|end|>", "<|message|>", "<|channel|>", "<|constrain|>", "<|return|>", "<|call|>")
RECIPIENT = ("<|from|>", "<|recipient|>", "<|content|>", "<|stop|>")
OLD = ("<|START_OF_FUNCTION_CALL|>", "<|END_OF_FUNCTION_CALL|>", "<|END_OF_ASSISTANT|>", "<|END_OF_USER|>",
       "<|END_OF_SYSTEM|>", "<|END_OF_FUNCTION_RESULT|>")  # fmt: skip
PHI = ("<|tool|>", "<|/tool|>", "<|tool_call|>", "<|/tool_call|>", "<|tool_response|>", "<|system|>", "<|user|>",
       "<|assistant|>", "<|end|>")  # fmt: skip
GRANITE = ("<|start_of_role|>", "<|end_of_role|>", "<|end_of_text|>")

CASES = (
    Case("qwen-2.5", "hermes", "Qwen-Qwen2.5-7B-Instruct", "qwen2", marks=TAGS[:2]),
    Case("qwen-3", "hermes", "Qwen-Qwen3-0.6B", "qwen2", marks=TAGS),
    Case("hermes-3", "hermes", "NousResearch-Hermes-3-Llama-3.1-8B-tool_use", "llama-bpe", IM, TAGS[:2]),
    Case("hermes-2-pro", "hermes", "NousResearch-Hermes-2-Pro-Llama-3-8B-tool_use", "llama-bpe", IM, TAGS[:2]),
    Case("granite-4.0", "hermes", "ibm-granite-granite-4.0", "starcoder", GRANITE, TAGS),
    Case("granite-4.1", "hermes", "ibm-granite-granite-4.1", "starcoder", GRANITE, TAGS),
    Case("smollm-3", "smollm3", "HuggingFaceTB-SmolLM3-3B", "llama-bpe", IM, TAGS),
    Case("qwen-3.5", "xml", "Qwen3.5-4B", "qwen35", marks=TAGS),
    Case("qwen-3-coder", "xml", "Qwen3-Coder", "qwen2", marks=TAGS[:2]),
    Case("llama-3.1", "llama-3", "meta-llama-Llama-3.1-8B-Instruct", "llama-bpe", LLAMA),
    Case("llama-3.2", "llama-3", "meta-llama-Llama-3.2-3B-Instruct", "llama-bpe", LLAMA),
    Case("llama-3.3", "llama-3", "meta-llama-Llama-3.3-70B-Instruct", "llama-bpe", LLAMA),
    Case("mistral-nemo", "mistral-list", "mistralai-Mistral-Nemo-Instruct-2407", "gpt-2", MISTRAL),
    Case("mistral-nemo-spm", "mistral-list", "mistralai-Mistral-Nemo-Instruct-2407", "llama-spm", MISTRAL),
    Case("ministral-3", "mistral-named", "mistralai-Ministral-3-14B-Reasoning-2512", "gpt-2", NAMED),
    Case("mistral-small-3.2", "mistral-named", "Mistral-Small-3.2-24B-Instruct-2506", "gpt-2", NAMED),
    Case("devstral", "mistral-named", "unsloth-mistral-Devstral-Small-2507", "gpt-2", NAMED),
    Case("functionary-3.1", "functionary-3.1", "meetkai-functionary-medium-v3.1", "llama-bpe", LLAMA),
    Case("functionary-3.2", "functionary-3.2", "meetkai-functionary-medium-v3.2", "llama-bpe"),
    Case("functionary-2", "functionary-2", FUNCTIONARY_2, "llama-spm", RECIPIENT),
    Case("functionary-2-llama", "functionary-2-llama", FUNCTIONARY_2_LLAMA, "llama-bpe"),
    Case("functionary-1", "functionary-1", FUNCTIONARY_1, "llama-spm", OLD),
    Case("functionary-1.4", "functionary-1.4", FUNCTIONARY_1_4, "llama-spm"),
    Case("lfm-2", "lfm2", "LFM2-8B-A1B", "gpt-2", LFM),
    Case("lfm-2.5", "lfm2", "LFM2.5-8B-A1B", "gpt-2", LFM, TAGS[2:4]),
    Case("lfm-2.5-instruct", "lfm2", "LFM2.5-Instruct", "gpt-2", LFM, TAGS[2:4]),
    Case("gemma-4", "gemma-4", "google-gemma-4-31B-it", "gemma-4"),
    Case("gemma-4-interleaved", "gemma-4", "google-gemma-4-31B-it-interleaved", "gemma-4"),
    Case("gpt-oss", "gpt-oss", "openai-gpt-oss-120b", "gpt-2", HARMONY),
    Case("phi-3.5", "json", "microsoft-Phi-3.5-mini-instruct", "phi-3"),
    Case("phi-4-mini", "phi-4-mini", PHI_4_MINI, "gpt-2", PHI),
    Case("gemma-2", "json", "google-gemma-2-2b-it", "llama-spm", ("<start_of_turn>", "<end_of_turn>")),
)
