import { blank, type Row, u8 } from "../../core/field.ts";
import { layout } from "../../core/layout.ts";
import { DECIMAL, word } from "./words.ts";

const NUMBER = { number: true } as const;

/** Which modulations are supported: 16 bytes at `at` (IEEE 802.11 section 9.4.2.55.4). */
const modulations = (at: number) => ({
  "ht.mcsset": blank(at, 16, "Rx Supported Modulation and Coding Scheme Set"),
  "ht.mcsset.rxbitmask": blank(at, 10, "Rx Modulation and Coding Scheme (One bit per modulation)"),
  ...partsOf(
    word(at, 4, "ht.mcsset.rxbitmask", "", [
      [8, "0to7", "Rx Bitmask Bits 0-7"],
      [8, "8to15", "Rx Bitmask Bits 8-15"],
      [8, "16to23", "Rx Bitmask Bits 16-23"],
      [8, "24to31", "Rx Bitmask Bits 24-31"],
    ]),
  ),
  ...partsOf(
    word(at + 4, 4, "ht.mcsset.rxbitmask", "", [
      [1, "32", "Rx Bitmask Bit 32", NUMBER],
      [6, "33to38", "Rx Bitmask Bits 33-38"],
      [14, "39to52", "Rx Bitmask Bits 39-52"],
    ]),
  ),
  ...partsOf(word(at + 6, 4, "ht.mcsset.rxbitmask", "", [[5], [24, "53to76", "Rx Bitmask Bits 53-76"]])),
  ...partsOf(word(at + 10, 2, "ht.mcsset", "", [[10, "highestdatarate", "Highest Supported Data Rate"]])),
  ...partsOf(
    word(at + 12, 2, "ht.mcsset", "", [
      [1, "txsetdefined", "Tx Supported MCS Set"],
      [1, "txrxmcsnotequal", "Tx and Rx MCS Set"],
      [2, "txmaxss", "Maximum Number of Tx Spatial Streams Supported"],
      [1, "txunequalmod", "Unequal Modulation"],
    ]),
  ),
});

/** The parts of a word without the word, which has no row of its own. */
function partsOf(rows: Readonly<Record<string, Row>>): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).slice(1));
}

/**  0              2            3                     19              21        25       26
 *  +--------------+------------+---------------------+---------------+---------+--------+
 *  | Capabilities | A-MPDU     | Supported MCS set   | Extended cap. |  TxBF   |  ASEL  |   IEEE 802.11 section 9.4.2.55
 *  +--------------+------------+---------------------+---------------+---------+--------+ */
export const htCapabilities = layout("wlan", 26, {
  ...word(0, 2, "ht.capabilities", "HT Capabilities Info", [
    [1, "ldpccoding", "HT LDPC coding capability"],
    [1, "width", "HT Support channel width"],
    [2, "sm", "HT SM Power Save"],
    [1, "green", "HT Green Field"],
    [1, "short20", "HT Short GI for 20MHz"],
    [1, "short40", "HT Short GI for 40MHz"],
    [1, "txstbc", "HT Tx STBC"],
    [2, "rxstbc", "HT Rx STBC"],
    [1, "delayedblockack", "HT Delayed Block ACK"],
    [1, "amsdu", "HT Max A-MSDU length"],
    [1, "dsscck", "HT DSSS/CCK mode in 40MHz"],
    [1, "psmp", "HT PSMP Support"],
    [1, "40mhzintolerant", "HT Forty MHz Intolerant"],
    [1, "lsig", "HT L-SIG TXOP Protection support"],
  ]),
  ...word(2, 1, "ht.ampduparam", "A-MPDU Parameters", [
    [2, "maxlength", "Maximum Rx A-MPDU Length"],
    [3, "mpdudensity", "MPDU Density"],
    [3, "reserved", "Reserved"],
  ]),
  ...modulations(3),
  ...word(19, 2, "htex.capabilities", "HT Extended Capabilities", [
    [1, "pco", "Transmitter supports PCO"],
    [2, "transtime", "Time needed to transition between 20MHz and 40MHz"],
    [5],
    [2, "mcs", "MCS Feedback capability"],
    [1, "htc", "High Throughput"],
    [1, "rdresponder", "Reverse Direction Responder"],
  ]),
  ...word(21, 4, "txbf", "Transmit Beam Forming (TxBF) Capabilities", [
    [1, "txbf", "Transmit Beamforming"],
    [1, "rxss", "Receive Staggered Sounding"],
    [1, "txss", "Transmit Staggered Sounding"],
    [1, "rxndp", "Receive Null Data packet (NDP)"],
    [1, "txndp", "Transmit Null Data packet (NDP)"],
    [1, "impltxbf", "Implicit TxBF capable"],
    [2, "calibration", "Calibration"],
    [1, "csi", "STA can apply TxBF using CSI explicit feedback"],
    [1, "fm.uncompressed.tbf", "STA can apply TxBF using uncompressed beamforming feedback matrix"],
    [1, "fm.compressed.tbf", "STA can apply TxBF using compressed beamforming feedback matrix"],
    [2, "rcsi", "Receiver can return explicit CSI feedback"],
    [2, "fm.uncompressed.rbf", "Receiver can return explicit uncompressed Beamforming Feedback Matrix"],
    [2, "fm.compressed.bf", "STA can compress and use compressed Beamforming Feedback Matrix"],
    [2, "mingroup", "Minimal grouping used for explicit feedback reports"],
    [2, "csinumant", "Max antennae STA can support when CSI feedback required"],
    [2, "fm.uncompressed.maxant", "Max antennae STA can support when uncompressed Beamforming feedback required"],
    [2, "fm.compressed.maxant", "Max antennae STA can support when compressed Beamforming feedback required"],
    [2, "csi.maxrows", "Maximum number of rows of CSI explicit feedback"],
    [
      2,
      "channelest",
      "Maximum number of space time streams for which channel dimensions can be simultaneously estimated",
    ],
    [3, "reserved", "Reserved"],
  ]),
  ...word(25, 1, "asel", "Antenna Selection (ASEL) Capabilities", [
    [1, "capable", "Antenna Selection Capable"],
    [1, "txcsi", "Explicit CSI Feedback Based Tx ASEL"],
    [1, "txif", "Antenna Indices Feedback Based Tx ASEL"],
    [1, "csi", "Explicit CSI Feedback"],
    [1, "if", "Antenna Indices Feedback"],
    [1, "rx", "Rx ASEL"],
    [1, "sppdu", "Tx Sounding PPDUs"],
    [1, "reserved", "Reserved", NUMBER],
  ]),
});

/**  0         1          2           4           6                      22
 *  +---------+----------+-----------+-----------+----------------------+
 *  | Channel | Subset 1 | Subset 2  | Subset 3  |   Basic MCS set      |   IEEE 802.11 section 9.4.2.56
 *  +---------+----------+-----------+-----------+----------------------+ */
export const htInformation = layout("wlan", 22, {
  "ht.info.primarychannel": u8(0, "Primary Channel"),
  ...word(
    1,
    1,
    "ht.info.delim1",
    "HT Information Subset (1 of 3)",
    [
      [2, "secchanoffset", "Secondary channel offset"],
      [1, "chanwidth", "Supported channel width"],
      [1, "rifs", "Reduced Interframe Spacing (RIFS)"],
      [4, "reserved_b4_b7", "Reserved"],
    ],
    "wlan.ht.info",
  ),
  ...word(
    2,
    2,
    "ht.info.delim2",
    "HT Information Subset (2 of 3)",
    [
      [2, "ht_protection", "HT Protection"],
      [1, "greenfield", "Non-greenfield STAs present"],
      [1, "reserved_b11", "Reserved", NUMBER],
      [1, "obssnonht", "OBSS non-HT STAs present"],
      [8, "chan_center_freq_seg_2", "Channel Center Frequency Segment 2", DECIMAL],
      [3, "reserved_b21_b23", "Reserved"],
    ],
    "wlan.ht.info",
  ),
  ...word(
    4,
    2,
    "ht.info.delim3",
    "HT Information Subset (3 of 3)",
    [
      [6, "reserved_b24_b29", "Reserved"],
      [1, "dualbeacon", "Dual beacon"],
      [1, "dualcts", "Dual Clear To Send (CTS) protection"],
      [1, "secondarybeacon", "Beacon ID"],
      [1, "lsigprotsupport", "L-SIG TXOP Protection Full Support"],
      [1, "pco.active", "Phased Coexistence Operation (PCO)"],
      [1, "pco.phase", "Phased Coexistence Operation (PCO) Phase"],
      [4, "reserved_b36_b39", "Reserved"],
    ],
    "wlan.ht.info",
  ),
  ...modulations(6),
});
