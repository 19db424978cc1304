"""The exporter: which module makes which kind of file, and whose company it is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.month_sheet import FileKind, MonthSheet


@dataclass(frozen=True)
class MonthExporter:
    """Makes every kind. `company` is its name as it stands on the files; empty where the settings name none."""

    company: str = ""

    def file(self, sheet: MonthSheet, kind: FileKind) -> bytes:
        """The month as a file of this kind. The libraries are loaded with the first file: they take half a second."""
        match kind:
            case FileKind.CSV:
                from bot.exports.csv_file import csv_file

                return csv_file(sheet, self.company)
            case FileKind.XLSX:
                from bot.exports.xlsx_file import xlsx_file

                return xlsx_file(sheet, self.company)
            case FileKind.PDF:
                from bot.exports.pdf_file import pdf_file

                return pdf_file(sheet, self.company)
            case FileKind.PNG:
                from bot.exports.png_file import png_file

                return png_file(sheet)
