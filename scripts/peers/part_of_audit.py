"""What a statistician would write for a small part of an audit, with pandas, over the same CSV files.

The part: check digits and birth dates of all resident IDs, dates of all date columns, rows of a register that a point
holds twice, and births, marriages, deaths and contraception that one of ledger and system lacks, by exact IDs and dates.

Usage: python scripts/peers/part_of_audit.py FOLDER; prints the number of rows and of each kind of fault.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

WEIGHTS = np.array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
CHECKS = np.array(list("10X98765432"))
REGISTERS = ["出生登记", "婚姻登记", "死亡登记", "节育登记", "流动人口登记", "迁移登记", "育龄妇女登记"]
# What says which event a row is about.
KEYS = {
    "出生登记": ["母亲身份证号", "出生日期"],
    "婚姻登记": ["男方身份证号", "女方身份证号", "结婚日期"],
    "死亡登记": ["身份证号", "死亡日期"],
    "节育登记": ["妇女身份证号", "手术日期"],
}


def read(path: Path) -> pd.DataFrame:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return pd.read_csv(path, dtype=str, encoding=encoding, keep_default_na=False)
        except UnicodeDecodeError:
            continue
    raise ValueError(path)


def wrong_ids(ids: pd.Series) -> int:
    """How many of the texts with 18 characters break GB 11643: digits, check digit, birth date."""
    whole = ids[ids.str.fullmatch(r"\d{17}[\dX]")]
    digits = np.array([list(text) for text in whole.str[:17]], dtype="U1").astype(int).reshape(-1, 17)
    checks = CHECKS[(digits * WEIGHTS).sum(axis=1) % 11]
    dates = pd.to_datetime(whole.str[6:14], format="%Y%m%d", errors="coerce")
    wrong = (checks != whole.str[17].to_numpy()) | dates.isna().to_numpy()
    return int(wrong.sum()) + int((ids.str.len() > 0).sum() - len(whole))


def wrong_dates(cells: pd.Series) -> int:
    filled = cells[cells != ""]
    return int(pd.to_datetime(filled, format="%Y-%m-%d", errors="coerce").isna().sum())


def main(folder: Path) -> None:
    rows = ids = dates = 0
    held: dict[tuple[str, str], list[pd.DataFrame]] = {}
    for path in sorted(folder.rglob("*.csv")):
        table = read(path)
        rows += len(table)
        for column in table.columns:
            if "身份证" in column:
                ids += wrong_ids(table[column])
            elif "日期" in column:
                dates += wrong_dates(table[column])
        register = next((name for name in REGISTERS if path.stem.endswith(name)), None)
        if register and path.parent.name in ("台账", "信息系统"):
            held.setdefault((register, path.parent.name), []).append(table)
    doubles = omissions = 0
    for register, key in KEYS.items():
        points = [pd.concat(held.get((register, point), [pd.DataFrame()])) for point in ("台账", "信息系统")]
        keys = []
        for table in points:
            columns = [column for column in key if column in table.columns]
            if len(columns) < len(key):
                continue
            doubles += int(table.duplicated(subset=columns).sum())
            keys.append(table[columns].drop_duplicates())
        if len(keys) == 2:
            both = keys[0].merge(keys[1], how="outer", indicator=True)
            omissions += int((both["_merge"] != "both").sum())
    print(rows, ids, dates, doubles, omissions)


main(Path(sys.argv[1]))
