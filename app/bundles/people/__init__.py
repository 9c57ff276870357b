"""What people sign: PAdES signatures on `report.pdf`, made here or in any other program, and judged by the receiver."""
