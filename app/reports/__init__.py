"""Papers as PDF in the form of Nghị định 30/2020/NĐ-CP: `layout` builds them, one module fills in each paper."""
