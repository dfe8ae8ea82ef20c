// Written by `npm run build` from the tables of the protocols. Do not edit.
import type { Time } from "./core/field.ts";

declare module "./core/view.ts" {
  interface FieldTypes {
    /** Malformed Packet */
    "_ws.malformed": string[];
    /** Packet size limited during capture */
    "_ws.short": string[];
    /** Frame Number */
    "frame.number": number;
    /** Arrival Time */
    "frame.time": Time;
    /** Epoch Time */
    "frame.time_epoch": Time;
    /** Time delta from previous captured frame */
    "frame.time_delta": Time;
    /** Time since reference or first frame */
    "frame.time_relative": Time;
    /** Frame Length (bytes) */
    "frame.len": number;
    /** Capture Length (bytes) */
    "frame.cap_len": number;
    /** Section number */
    "frame.section_number": number;
    /** Interface id */
    "frame.interface_id": number;
    /** Interface name */
    "frame.interface_name": string;
    /** Packet flags */
    "frame.packet_flags": number;
    /** Direction */
    "frame.packet_flags_direction": number;
    /** Private Enterprise Number */
    "frame.cb_pen": number;
    /** Copying */
    "frame.cb_copy": boolean;
    /** Protocols in frame */
    "frame.protocols": string;
    /** Comment */
    "frame.comment": string[];
    /** Destination */
    "eth.dst": string;
    /** eth.dst or eth.src */
    "eth.addr": string[];
    /** Destination (resolved) */
    "eth.dst_resolved": string;
    /** eth.dst_resolved or eth.src_resolved */
    "eth.addr_resolved": string[];
    /** Destination OUI */
    "eth.dst.oui": number;
    /** eth.dst.oui or eth.src.oui */
    "eth.addr.oui": number[];
    /** Destination OUI (resolved) */
    "eth.dst.oui_resolved": string;
    /** eth.dst.oui_resolved or eth.src.oui_resolved */
    "eth.addr.oui_resolved": string[];
    /** LG bit */
    "eth.dst.lg": boolean;
    /** eth.dst.lg or eth.src.lg */
    "eth.lg": boolean[];
    /** IG bit */
    "eth.dst.ig": boolean;
    /** eth.dst.ig or eth.src.ig */
    "eth.ig": boolean[];
    /** Source */
    "eth.src": string;
    /** Source (resolved) */
    "eth.src_resolved": string;
    /** Source OUI */
    "eth.src.oui": number;
    /** Source OUI (resolved) */
    "eth.src.oui_resolved": string;
    /** LG bit */
    "eth.src.lg": boolean;
    /** IG bit */
    "eth.src.ig": boolean;
    /** Type */
    "eth.type": number;
    /** Length (bytes) */
    "eth.len": number;
    /** Invalid length/type */
    "eth.invalid_lentype": number;
    /** Source MAC must not be a group address */
    "eth.src_not_group": true;
    /** Invalid length/type */
    "eth.invalid_lentype.expert": true;
    /** Length field value goes past the end of the payload */
    "eth.len.past_end": true;
    /** Trailer */
    "eth.trailer": Uint8Array;
    /** Padding */
    "eth.padding": Uint8Array;
    /** Padding identification may be inaccurate and impact trailer dissector */
    "eth.padding_bad": true;
    /** Frame check sequence */
    "eth.fcs": number;
    /** FCS Status */
    "eth.fcs.status": number;
    /** Priority */
    "vlan.priority": number;
    /** DEI */
    "vlan.dei": boolean;
    /** ID */
    "vlan.id": number;
    /** Type */
    "vlan.etype": number;
    /** Length */
    "vlan.len": number;
    /** Length field value goes past the end of the payload */
    "vlan.len.past_end": true;
    /** Trailer */
    "vlan.trailer": Uint8Array;
    /** Priority */
    "ieee8021ad.priority": number;
    /** DEI */
    "ieee8021ad.dei": number;
    /** ID */
    "ieee8021ad.id": number;
    /** Type */
    "ieee8021ah.etype": number;
    /** DSAP */
    "llc.dsap": number;
    /** SAP */
    "llc.dsap.sap": number;
    /** IG Bit */
    "llc.dsap.ig": boolean;
    /** SSAP */
    "llc.ssap": number;
    /** SAP */
    "llc.ssap.sap": number;
    /** CR Bit */
    "llc.ssap.cr": boolean;
    /** Control */
    "llc.control": number;
    /** Poll */
    "llc.control.p": boolean;
    /** Final */
    "llc.control.f": boolean;
    /** Command */
    "llc.control.u_modifier_cmd": number;
    /** Response */
    "llc.control.u_modifier_resp": number;
    /** Frame type */
    "llc.control.ftype": number;
    /** N(R) */
    "llc.control.n_r": number;
    /** N(S) */
    "llc.control.n_s": number;
    /** Supervisory frame type */
    "llc.control.s_ftype": number;
    /** Organization Code */
    "llc.oui": number;
    /** Type */
    "llc.type": number;
    /** Protocol ID */
    "llc.pid": number;
    /** PID */
    "llc.cisco_pid": number;
    /** PID */
    "llc.iana_pid": number;
    /** PID */
    "llc.nortel_pid": number;
    /** PID */
    "llc.force10_pid": number;
    /** PID */
    "llc.hpteam_pid": number;
    /** PID */
    "llc.cimetrics_pid": number;
    /** PID */
    "llc.apple_awdl_pid": number;
    /** PID */
    "llc.bluetooth_pid": number;
    /** PID */
    "llc.wlccp_pid": number;
    /** PID */
    "llc.extreme_pid": number;
    /** PID */
    "llc.foundry_pid": number;
    /** PID */
    "llc.apple_atalk_pid": number;
    /** XID Format */
    "basicxid.llc.xid.format": number;
    /** LLC Types/Classes */
    "basicxid.llc.xid.types": number;
    /** Receive Window Size */
    "basicxid.llc.xid.wsize": number;
    /** Reserved */
    "basicxid.llc.xid.reserved": boolean;
    /** Header revision */
    "radiotap.version": number;
    /** Header pad */
    "radiotap.pad": number;
    /** Header length */
    "radiotap.length": number;
    /** Present flags word */
    "radiotap.present.word": number;
    /** TSFT */
    "radiotap.present.tsft": boolean;
    /** Flags */
    "radiotap.present.flags": boolean;
    /** Rate */
    "radiotap.present.rate": boolean;
    /** Channel */
    "radiotap.present.channel": boolean;
    /** FHSS */
    "radiotap.present.fhss": boolean;
    /** dBm Antenna Signal */
    "radiotap.present.dbm_antsignal": boolean;
    /** dBm Antenna Noise */
    "radiotap.present.dbm_antnoise": boolean;
    /** Lock Quality */
    "radiotap.present.lock_quality": boolean;
    /** TX Attenuation */
    "radiotap.present.tx_attenuation": boolean;
    /** dB TX Attenuation */
    "radiotap.present.db_tx_attenuation": boolean;
    /** dBm TX Power */
    "radiotap.present.dbm_tx_power": boolean;
    /** Antenna */
    "radiotap.present.antenna": boolean;
    /** dB Antenna Signal */
    "radiotap.present.db_antsignal": boolean;
    /** dB Antenna Noise */
    "radiotap.present.db_antnoise": boolean;
    /** RX flags */
    "radiotap.present.rxflags": boolean;
    /** TX flags */
    "radiotap.present.txflags": boolean;
    /** data retries */
    "radiotap.present.data_retries": boolean;
    /** Channel+ */
    "radiotap.present.xchannel": boolean;
    /** MCS information */
    "radiotap.present.mcs": boolean;
    /** A-MPDU Status */
    "radiotap.present.ampdu": boolean;
    /** VHT information */
    "radiotap.present.vht": boolean;
    /** frame timestamp */
    "radiotap.present.timestamp": boolean;
    /** HE information */
    "radiotap.present.he": boolean;
    /** HE-MU information */
    "radiotap.present.he_mu": boolean;
    /** 0 Length PSDU */
    "radiotap.present.0_length.psdu": boolean;
    /** L-SIG */
    "radiotap.present.l_sig": boolean;
    /** TLVs */
    "radiotap.present.tlv": boolean;
    /** Radiotap NS next */
    "radiotap.present.rtap_ns": boolean;
    /** Vendor NS next */
    "radiotap.present.vendor_ns": boolean;
    /** Ext */
    "radiotap.present.ext": boolean;
    /** Flags */
    "radiotap.flags": number;
    /** CFP */
    "radiotap.flags.cfp": boolean;
    /** Preamble */
    "radiotap.flags.preamble": boolean;
    /** WEP */
    "radiotap.flags.wep": boolean;
    /** Fragmentation */
    "radiotap.flags.frag": boolean;
    /** FCS at end */
    "radiotap.flags.fcs": boolean;
    /** Data Pad */
    "radiotap.flags.datapad": boolean;
    /** Bad FCS */
    "radiotap.flags.badfcs": boolean;
    /** Short GI */
    "radiotap.flags.shortgi": boolean;
    /** Channel frequency */
    "radiotap.channel.freq": number;
    /** Channel flags */
    "radiotap.channel.flags": number;
    /** 700 MHz spectrum */
    "radiotap.channel.flags.700mhz": boolean;
    /** 800 MHz spectrum */
    "radiotap.channel.flags.800mhz": boolean;
    /** 900 MHz spectrum */
    "radiotap.channel.flags.900mhz": boolean;
    /** Turbo */
    "radiotap.channel.flags.turbo": boolean;
    /** Complementary Code Keying (CCK) */
    "radiotap.channel.flags.cck": boolean;
    /** Orthogonal Frequency-Division Multiplexing (OFDM) */
    "radiotap.channel.flags.ofdm": boolean;
    /** 2 GHz spectrum */
    "radiotap.channel.flags.2ghz": boolean;
    /** 5 GHz spectrum */
    "radiotap.channel.flags.5ghz": boolean;
    /** Passive */
    "radiotap.channel.flags.passive": boolean;
    /** Dynamic CCK-OFDM */
    "radiotap.channel.flags.dynamic": boolean;
    /** Gaussian Frequency Shift Keying (GFSK) */
    "radiotap.channel.flags.gfsk": boolean;
    /** GSM (900MHz) */
    "radiotap.channel.flags.gsm": boolean;
    /** Static Turbo */
    "radiotap.channel.flags.sturbo": boolean;
    /** Half Rate Channel (10MHz Channel Width) */
    "radiotap.channel.flags.half": boolean;
    /** Quarter Rate Channel (5MHz Channel Width) */
    "radiotap.channel.flags.quarter": boolean;
    /** RX flags */
    "radiotap.rxflags": number;
    /** Bad PLCP */
    "radiotap.rxflags.badplcp": boolean;
    /** Known MCS information */
    "radiotap.mcs.known": number;
    /** Bandwidth */
    "radiotap.mcs.have_bw": boolean;
    /** MCS index */
    "radiotap.mcs.have_index": boolean;
    /** Guard interval */
    "radiotap.mcs.have_gi": boolean;
    /** Format */
    "radiotap.mcs.have_format": boolean;
    /** FEC type */
    "radiotap.mcs.have_fec": boolean;
    /** STBC streams */
    "radiotap.mcs.have_stbc": boolean;
    /** Number of extension spatial streams */
    "radiotap.mcs.have_ness": boolean;
    /** MCS flags */
    "radiotap.mcs.flags": number;
    /** MCS index */
    "radiotap.mcs.index": number;
    /** Channel flags */
    "radiotap.xchannel.flags": number;
    /** Channel frequency */
    "radiotap.xchannel.freq": number;
    /** Channel number */
    "radiotap.xchannel.channel": number;
    /** Max transmit power */
    "radiotap.xchannel.max_power": number;
    /** A-MPDU reference number */
    "radiotap.ampdu.reference": number;
    /** A-MPDU flags */
    "radiotap.ampdu.flags": number;
    /** A-MPDU delimiter CRC */
    "radiotap.ampdu.delim_crc": number;
    /** Reserved */
    "radiotap.ampdu.reserved": number;
    /** Present flags */
    "radiotap.present": true;
    /** MAC timestamp (µs) */
    "radiotap.mactime": number | bigint;
    /** Data rate (Mb/s) */
    "radiotap.datarate": number;
    /** FHSS */
    "radiotap.fhss.hopset": number;
    /** Antenna signal (dBm) */
    "radiotap.dbm_antsignal": number;
    /** Antenna noise (dBm) */
    "radiotap.dbm_antnoise": number;
    /** Signal Quality */
    "radiotap.quality": number;
    /** TX attenuation */
    "radiotap.txattenuation": number;
    /** dB TX attenuation */
    "radiotap.db_txattenuation": number;
    /** TX power (dBm) */
    "radiotap.txpower": number;
    /** Antenna */
    "radiotap.antenna": number;
    /** dB antenna signal (dB) */
    "radiotap.db_antsignal": number;
    /** dB antenna noise (dB) */
    "radiotap.db_antnoise": number;
    /** TX flags */
    "radiotap.txflags": number;
    /** data retries */
    "radiotap.data_retries": number;
    /** MCS information */
    "radiotap.mcs": true;
    /** VHT information */
    "radiotap.vht": true;
    /** timestamp */
    "radiotap.timestamp": true;
    /** HE information */
    "radiotap.he": true;
    /** HE-MU information */
    "radiotap.he_mu": true;
    /** 0-length PSDU type */
    "radiotap.0_length_psdu.type": number;
    /** L-SIG */
    "radiotap.l_sig": true;
    /** Bandwidth */
    "radiotap.mcs.bw": number;
    /** Guard interval */
    "radiotap.mcs.gi": number;
    /** PHY type */
    "wlan_radio.phy": number;
    /** Short preamble */
    "wlan_radio.short_preamble": boolean;
    /** Proprietary mode */
    "wlan_radio.11g.mode": number;
    /** MCS index */
    "wlan_radio.11n.mcs_index": number;
    /** Bandwidth */
    "wlan_radio.11n.bandwidth": number;
    /** Short GI */
    "wlan_radio.11n.short_gi": boolean;
    /** Greenfield */
    "wlan_radio.11n.greenfield": boolean;
    /** FEC */
    "wlan_radio.11n.fec": number;
    /** Data rate (Mb/s) */
    "wlan_radio.data_rate": number;
    /** Channel */
    "wlan_radio.channel": number;
    /** Frequency (MHz) */
    "wlan_radio.frequency": number;
    /** Signal strength (dBm) (dBm) */
    "wlan_radio.signal_dbm": number;
    /** Signal strength (dB) (dB) */
    "wlan_radio.signal_db": number;
    /** Noise level (dBm) (dBm) */
    "wlan_radio.noise_dbm": number;
    /** Signal/noise ratio (dB) (dB) */
    "wlan_radio.snr": number;
    /** TSF timestamp */
    "wlan_radio.timestamp": number;
    /** Duration (µs) */
    "wlan_radio.duration": number;
    /** Preamble (µs) */
    "wlan_radio.preamble": number;
    /** IFS (µs) */
    "wlan_radio.ifs": number;
    /** Start (µs) */
    "wlan_radio.start_tsf": number;
    /** End (µs) */
    "wlan_radio.end_tsf": number;
    /** No plcp type information was available, assuming non greenfield. */
    "wlan_radio.assumed.non_greenfield": true;
    /** No stbc information was available, assuming no stbc. */
    "wlan_radio.assumed.no_stbc": true;
    /** No extension stream information was available, assuming no extension streams. */
    "wlan_radio.assumed.no_extension_streams": true;
    /** No fec type information was available, assuming bcc fec. */
    "wlan_radio.assumed.bcc_fec": true;
    /** Type/Subtype */
    "wlan.fc.type_subtype": number;
    /** Frame Control Field */
    "wlan.fc": number;
    /** Version */
    "wlan.fc.version": number;
    /** Type */
    "wlan.fc.type": number;
    /** Subtype */
    "wlan.fc.subtype": number;
    /** Flags */
    "wlan.flags": number;
    /** DS status */
    "wlan.fc.ds": number;
    /** To DS */
    "wlan.fc.tods": boolean;
    /** From DS */
    "wlan.fc.fromds": boolean;
    /** More Fragments */
    "wlan.fc.frag": boolean;
    /** Retry */
    "wlan.fc.retry": boolean;
    /** PWR MGT */
    "wlan.fc.pwrmgt": boolean;
    /** More Data */
    "wlan.fc.moredata": boolean;
    /** Protected flag */
    "wlan.fc.protected": boolean;
    /** +HTC/Order flag */
    "wlan.fc.order": boolean;
    /** Duration (microseconds) */
    "wlan.duration": number;
    /** Receiver address */
    "wlan.ra": string;
    /** Receiver address (resolved) */
    "wlan.ra_resolved": string;
    /** Destination address */
    "wlan.da": string;
    /** Destination address (resolved) */
    "wlan.da_resolved": string;
    /** Transmitter address */
    "wlan.ta": string;
    /** Transmitter address (resolved) */
    "wlan.ta_resolved": string;
    /** Source address */
    "wlan.sa": string;
    /** Source address (resolved) */
    "wlan.sa_resolved": string;
    /** BSS Id */
    "wlan.bssid": string;
    /** BSS Id (resolved) */
    "wlan.bssid_resolved": string;
    /** STA address */
    "wlan.staa": string;
    /** STA address (resolved) */
    "wlan.staa_resolved": string;
    /** Hardware address */
    "wlan.addr": string[];
    /** Hardware address (resolved) */
    "wlan.addr_resolved": string[];
    /** HT Control (+HTC) */
    "wlan.htc": number;
    /** Block Ack Request Control */
    "wlan.ba.control": number;
    /** Fragment number */
    "wlan.frag": number;
    /** Sequence number */
    "wlan.seq": number;
    /** Block Ack Starting Sequence Control (SSC) */
    "wlan.fixed.ssc": number;
    /** Frame check sequence */
    "wlan.fcs": number;
    /** FCS Status */
    "wlan.fcs.status": number;
    /** IEEE 802.11 Wireless Management */
    "wlan.mgt": string;
    /** Priority */
    "wlan.qos.priority": number;
    /** Qos Control */
    "wlan.qos": number;
    /** TID */
    "wlan.qos.tid": number;
    /** QoS bit 4 */
    "wlan.qos.bit4": boolean;
    /** Ack Policy */
    "wlan.qos.ack": number;
    /** Payload Type */
    "wlan.qos.amsdupresent": boolean;
    /** TXOP Duration Requested */
    "wlan.qos.txop_dur_req": number;
    /** Queue Size */
    "wlan.qos.queue_size": number;
    /** EOSP */
    "wlan.qos.eosp": boolean;
    /** QAP PS Buffer State */
    "wlan.qos.ps_buf_state": number;
    /** Buffer State Indicated */
    "wlan.qos.buf_state_indicated": boolean;
    /** WEP parameters */
    "wlan.wep": true;
    /** TKIP parameters */
    "wlan.tkip": true;
    /** CCMP parameters */
    "wlan.ccmp": true;
    /** Initialization Vector */
    "wlan.wep.iv": number;
    /** Key Index */
    "wlan.wep.key": number;
    /** WEP ICV */
    "wlan.wep.icv": number;
    /** TKIP Ext. Initialization Vector */
    "wlan.tkip.extiv": string;
    /** CCMP Ext. Initialization Vector */
    "wlan.ccmp.extiv": string;
    /** Capabilities Information */
    "wlan.fixed.capabilities": number;
    /** ESS capabilities */
    "wlan.fixed.capabilities.ess": boolean;
    /** IBSS status */
    "wlan.fixed.capabilities.ibss": boolean;
    /** Reserved */
    "wlan.fixed.capabilities.reserved1": number;
    /** Reserved */
    "wlan.fixed.capabilities.reserved2": number;
    /** Privacy */
    "wlan.fixed.capabilities.privacy": boolean;
    /** Short Preamble */
    "wlan.fixed.capabilities.short_preamble": boolean;
    /** Reserved */
    "wlan.fixed.capabilities.reserved3": number;
    /** Reserved */
    "wlan.fixed.capabilities.reserved4": number;
    /** Spectrum Management */
    "wlan.fixed.capabilities.spec_man": boolean;
    /** QoS */
    "wlan.fixed.capabilities.qos": boolean;
    /** Short Slot Time */
    "wlan.fixed.capabilities.short_slot_time": boolean;
    /** Automatic Power Save Delivery */
    "wlan.fixed.capabilities.apsd": boolean;
    /** Radio Measurement */
    "wlan.fixed.capabilities.radio_measurement": boolean;
    /** EPD */
    "wlan.fixed.capabilities.epd": boolean;
    /** Reserved */
    "wlan.fixed.capabilities.reserved5": number;
    /** Reserved */
    "wlan.fixed.capabilities.reserved6": number;
    /** Block Ack Parameters */
    "wlan.fixed.baparams": number;
    /** A-MSDUs */
    "wlan.fixed.baparams.amsdu": boolean;
    /** Block Ack Policy */
    "wlan.fixed.baparams.policy": boolean;
    /** Traffic Identifier */
    "wlan.fixed.baparams.tid": number;
    /** Number of Buffers (1 Buffer = 2304 Bytes) */
    "wlan.fixed.baparams.buffersize": number;
    /** Fragment */
    "wlan.fixed.ssc.fragment": number;
    /** Starting Sequence Number */
    "wlan.fixed.ssc.sequence": number;
    /** Association ID */
    "wlan.fixed.aid": number;
    /** Timestamp */
    "wlan.fixed.timestamp": number | bigint;
    /** Beacon Interval */
    "wlan.fixed.beacon": number;
    /** Listen Interval */
    "wlan.fixed.listen_ival": number;
    /** Status code */
    "wlan.fixed.status_code": number;
    /** Reason code */
    "wlan.fixed.reason_code": number;
    /** Authentication Algorithm */
    "wlan.fixed.auth.alg": number;
    /** Authentication SEQ */
    "wlan.fixed.auth_seq": number;
    /** Category code */
    "wlan.fixed.category_code": number;
    /** Action code */
    "wlan.fixed.action_code": number;
    /** Spatial Multiplexing (SM) Power Control */
    "wlan.fixed.sm.powercontrol": number;
    /** Dialog token */
    "wlan.fixed.dialog_token": number;
    /** Block Ack Timeout */
    "wlan.fixed.batimeout": number;
    /** HT Action */
    "wlan.fixed.htact": number;
    /** Delete Block Ack (DELBA) Parameter Set */
    "wlan.fixed.delba.param": number;
    /** Current AP */
    "wlan.fixed.current_ap": string;
    /** Group Id */
    "wlan.fixed.finite_cyclic_group": number;
    /** Scalar */
    "wlan.fixed.scalar": Uint8Array;
    /** Finite Field Element */
    "wlan.fixed.finite_field_element": Uint8Array;
    /** Send-Confirm */
    "wlan.fixed.send_confirm": number;
    /** Confirm */
    "wlan.fixed.confirm": Uint8Array;
    /** Tag Number */
    "wlan.tag.number": number[];
    /** Tag length */
    "wlan.tag.length": number[];
    /** Ext Tag length */
    "wlan.ext_tag.length": number[];
    /** Ext Tag Number */
    "wlan.ext_tag.number": number[];
    /** Fixed parameters */
    "wlan.fixed.all": true;
    /** Tagged parameters */
    "wlan.tagged.all": true;
    /** Tag */
    "wlan.tag": true[];
    /** Ext Tag */
    "wlan.ext_tag": true[];
    /** Tag Data */
    "wlan.tag.data": Uint8Array[];
    /** Ext Tag Data */
    "wlan.ext_tag.data": Uint8Array[];
    /** SSID */
    "wlan.ssid": Uint8Array[];
    /** Supported Rates */
    "wlan.supported_rates": number[];
    /** Extended Supported Rates */
    "wlan.extended_supported_rates": number[];
    /** Current Channel */
    "wlan.ds.current_channel": number;
    /** Partial Virtual Bitmap */
    "wlan.tim.partial_virtual_bitmap": Uint8Array;
    /** Code */
    "wlan.country_info.code": string;
    /** Environment */
    "wlan.country_info.environment": number;
    /** Country Info */
    "wlan.country_info.fnm": true[];
    /** First Channel Number */
    "wlan.country_info.fnm.fcn": number[];
    /** Number of Channels */
    "wlan.country_info.fnm.nc": number[];
    /** Maximum Transmit Power Level (dBm) */
    "wlan.country_info.fnm.mtpl": number[];
    /** Padding */
    "wlan.country_info.padding": Uint8Array;
    /** Challenge Text */
    "wlan.tag.challenge_text": Uint8Array;
    /** Current Operating Class */
    "wlan.supopeclass.current": number;
    /** Alternate Operating Classes */
    "wlan.supopeclass.alt": number[];
    /** DTIM count */
    "wlan.tim.dtim_count": number;
    /** DTIM period */
    "wlan.tim.dtim_period": number;
    /** Bitmap control */
    "wlan.tim.bmapctl": number;
    /** Multicast */
    "wlan.tim.bmapctl.multicast": boolean;
    /** Bitmap Offset */
    "wlan.tim.bmapctl.offset": number;
    /** ERP Information */
    "wlan.erp_info": number;
    /** Non ERP Present */
    "wlan.erp_info.erp_present": boolean;
    /** Use Protection */
    "wlan.erp_info.use_protection": boolean;
    /** Barker Preamble Mode */
    "wlan.erp_info.barker_preamble_mode": boolean;
    /** Reserved */
    "wlan.erp_info.reserved": number;
    /** BSS Max Idle Period (1000 TUs) */
    "wlan.bss_max_idle.period": number;
    /** BSS Max Idle Period Options: Protected Keep-Alive Required */
    "wlan.bss_max_idle.options.protected": number;
    /** HT Capabilities Info */
    "wlan.ht.capabilities": number;
    /** HT LDPC coding capability */
    "wlan.ht.capabilities.ldpccoding": boolean;
    /** HT Support channel width */
    "wlan.ht.capabilities.width": boolean;
    /** HT SM Power Save */
    "wlan.ht.capabilities.sm": number;
    /** HT Green Field */
    "wlan.ht.capabilities.green": boolean;
    /** HT Short GI for 20MHz */
    "wlan.ht.capabilities.short20": boolean;
    /** HT Short GI for 40MHz */
    "wlan.ht.capabilities.short40": boolean;
    /** HT Tx STBC */
    "wlan.ht.capabilities.txstbc": boolean;
    /** HT Rx STBC */
    "wlan.ht.capabilities.rxstbc": number;
    /** HT Delayed Block ACK */
    "wlan.ht.capabilities.delayedblockack": boolean;
    /** HT Max A-MSDU length */
    "wlan.ht.capabilities.amsdu": boolean;
    /** HT DSSS/CCK mode in 40MHz */
    "wlan.ht.capabilities.dsscck": boolean;
    /** HT PSMP Support */
    "wlan.ht.capabilities.psmp": boolean;
    /** HT Forty MHz Intolerant */
    "wlan.ht.capabilities.40mhzintolerant": boolean;
    /** HT L-SIG TXOP Protection support */
    "wlan.ht.capabilities.lsig": boolean;
    /** A-MPDU Parameters */
    "wlan.ht.ampduparam": number;
    /** Maximum Rx A-MPDU Length */
    "wlan.ht.ampduparam.maxlength": number;
    /** MPDU Density */
    "wlan.ht.ampduparam.mpdudensity": number;
    /** Reserved */
    "wlan.ht.ampduparam.reserved": number;
    /** Rx Supported Modulation and Coding Scheme Set */
    "wlan.ht.mcsset": true;
    /** Rx Modulation and Coding Scheme (One bit per modulation) */
    "wlan.ht.mcsset.rxbitmask": true;
    /** Rx Bitmask Bits 0-7 */
    "wlan.ht.mcsset.rxbitmask.0to7": number;
    /** Rx Bitmask Bits 8-15 */
    "wlan.ht.mcsset.rxbitmask.8to15": number;
    /** Rx Bitmask Bits 16-23 */
    "wlan.ht.mcsset.rxbitmask.16to23": number;
    /** Rx Bitmask Bits 24-31 */
    "wlan.ht.mcsset.rxbitmask.24to31": number;
    /** Rx Bitmask Bit 32 */
    "wlan.ht.mcsset.rxbitmask.32": number;
    /** Rx Bitmask Bits 33-38 */
    "wlan.ht.mcsset.rxbitmask.33to38": number;
    /** Rx Bitmask Bits 39-52 */
    "wlan.ht.mcsset.rxbitmask.39to52": number;
    /** Rx Bitmask Bits 53-76 */
    "wlan.ht.mcsset.rxbitmask.53to76": number;
    /** Highest Supported Data Rate */
    "wlan.ht.mcsset.highestdatarate": number;
    /** Tx Supported MCS Set */
    "wlan.ht.mcsset.txsetdefined": boolean;
    /** Tx and Rx MCS Set */
    "wlan.ht.mcsset.txrxmcsnotequal": boolean;
    /** Maximum Number of Tx Spatial Streams Supported */
    "wlan.ht.mcsset.txmaxss": number;
    /** Unequal Modulation */
    "wlan.ht.mcsset.txunequalmod": boolean;
    /** HT Extended Capabilities */
    "wlan.htex.capabilities": number;
    /** Transmitter supports PCO */
    "wlan.htex.capabilities.pco": boolean;
    /** Time needed to transition between 20MHz and 40MHz */
    "wlan.htex.capabilities.transtime": number;
    /** MCS Feedback capability */
    "wlan.htex.capabilities.mcs": number;
    /** High Throughput */
    "wlan.htex.capabilities.htc": boolean;
    /** Reverse Direction Responder */
    "wlan.htex.capabilities.rdresponder": boolean;
    /** Transmit Beam Forming (TxBF) Capabilities */
    "wlan.txbf": number;
    /** Transmit Beamforming */
    "wlan.txbf.txbf": boolean;
    /** Receive Staggered Sounding */
    "wlan.txbf.rxss": boolean;
    /** Transmit Staggered Sounding */
    "wlan.txbf.txss": boolean;
    /** Receive Null Data packet (NDP) */
    "wlan.txbf.rxndp": boolean;
    /** Transmit Null Data packet (NDP) */
    "wlan.txbf.txndp": boolean;
    /** Implicit TxBF capable */
    "wlan.txbf.impltxbf": boolean;
    /** Calibration */
    "wlan.txbf.calibration": number;
    /** STA can apply TxBF using CSI explicit feedback */
    "wlan.txbf.csi": boolean;
    /** STA can apply TxBF using uncompressed beamforming feedback matrix */
    "wlan.txbf.fm.uncompressed.tbf": boolean;
    /** STA can apply TxBF using compressed beamforming feedback matrix */
    "wlan.txbf.fm.compressed.tbf": boolean;
    /** Receiver can return explicit CSI feedback */
    "wlan.txbf.rcsi": number;
    /** Receiver can return explicit uncompressed Beamforming Feedback Matrix */
    "wlan.txbf.fm.uncompressed.rbf": number;
    /** STA can compress and use compressed Beamforming Feedback Matrix */
    "wlan.txbf.fm.compressed.bf": number;
    /** Minimal grouping used for explicit feedback reports */
    "wlan.txbf.mingroup": number;
    /** Max antennae STA can support when CSI feedback required */
    "wlan.txbf.csinumant": number;
    /** Max antennae STA can support when uncompressed Beamforming feedback required */
    "wlan.txbf.fm.uncompressed.maxant": number;
    /** Max antennae STA can support when compressed Beamforming feedback required */
    "wlan.txbf.fm.compressed.maxant": number;
    /** Maximum number of rows of CSI explicit feedback */
    "wlan.txbf.csi.maxrows": number;
    /** Maximum number of space time streams for which channel dimensions can be simultaneously estimated */
    "wlan.txbf.channelest": number;
    /** Reserved */
    "wlan.txbf.reserved": number;
    /** Antenna Selection (ASEL) Capabilities */
    "wlan.asel": number;
    /** Antenna Selection Capable */
    "wlan.asel.capable": boolean;
    /** Explicit CSI Feedback Based Tx ASEL */
    "wlan.asel.txcsi": boolean;
    /** Antenna Indices Feedback Based Tx ASEL */
    "wlan.asel.txif": boolean;
    /** Explicit CSI Feedback */
    "wlan.asel.csi": boolean;
    /** Antenna Indices Feedback */
    "wlan.asel.if": boolean;
    /** Rx ASEL */
    "wlan.asel.rx": boolean;
    /** Tx Sounding PPDUs */
    "wlan.asel.sppdu": boolean;
    /** Reserved */
    "wlan.asel.reserved": number;
    /** Primary Channel */
    "wlan.ht.info.primarychannel": number;
    /** HT Information Subset (1 of 3) */
    "wlan.ht.info.delim1": number;
    /** Secondary channel offset */
    "wlan.ht.info.secchanoffset": number;
    /** Supported channel width */
    "wlan.ht.info.chanwidth": boolean;
    /** Reduced Interframe Spacing (RIFS) */
    "wlan.ht.info.rifs": boolean;
    /** Reserved */
    "wlan.ht.info.reserved_b4_b7": number;
    /** HT Information Subset (2 of 3) */
    "wlan.ht.info.delim2": number;
    /** HT Protection */
    "wlan.ht.info.ht_protection": number;
    /** Non-greenfield STAs present */
    "wlan.ht.info.greenfield": boolean;
    /** Reserved */
    "wlan.ht.info.reserved_b11": number;
    /** OBSS non-HT STAs present */
    "wlan.ht.info.obssnonht": boolean;
    /** Channel Center Frequency Segment 2 */
    "wlan.ht.info.chan_center_freq_seg_2": number;
    /** Reserved */
    "wlan.ht.info.reserved_b21_b23": number;
    /** HT Information Subset (3 of 3) */
    "wlan.ht.info.delim3": number;
    /** Reserved */
    "wlan.ht.info.reserved_b24_b29": number;
    /** Dual beacon */
    "wlan.ht.info.dualbeacon": boolean;
    /** Dual Clear To Send (CTS) protection */
    "wlan.ht.info.dualcts": boolean;
    /** Beacon ID */
    "wlan.ht.info.secondarybeacon": boolean;
    /** L-SIG TXOP Protection Full Support */
    "wlan.ht.info.lsigprotsupport": boolean;
    /** Phased Coexistence Operation (PCO) */
    "wlan.ht.info.pco.active": boolean;
    /** Phased Coexistence Operation (PCO) Phase */
    "wlan.ht.info.pco.phase": boolean;
    /** Reserved */
    "wlan.ht.info.reserved_b36_b39": number;
    /** RSN Version */
    "wlan.rsn.version": number;
    /** Group Cipher Suite */
    "wlan.rsn.gcs": number;
    /** Group Cipher OUI */
    "wlan.rsn.gcs.oui": number;
    /** Group Cipher type */
    "wlan.rsn.gcs.type": number;
    /** Pairwise Cipher Suite Count */
    "wlan.rsn.pcs.count": number;
    /** Pairwise Cipher Suite List */
    "wlan.rsn.pcs.list": true;
    /** Pairwise Cipher Suite */
    "wlan.rsn.pcs": number[];
    /** Pairwise Cipher OUI */
    "wlan.rsn.pcs.oui": number[];
    /** Pairwise Cipher type */
    "wlan.rsn.pcs.type": number[];
    /** Auth Key Management (AKM) Suite Count */
    "wlan.rsn.akms.count": number;
    /** Auth Key Management (AKM) List */
    "wlan.rsn.akms.list": true;
    /** Auth Key Management (AKM) Suite */
    "wlan.rsn.akms": number[];
    /** Auth Key Management (AKM) OUI */
    "wlan.rsn.akms.oui": number[];
    /** Auth Key Management (AKM) type */
    "wlan.rsn.akms.type": number[];
    /** PMKID Count */
    "wlan.rsn.pmkid.count": number;
    /** PMKID List */
    "wlan.rsn.pmkid.list": true;
    /** PMKID */
    "wlan.rsn.pmkid.akms": Uint8Array[];
    /** Group Management Cipher Suite */
    "wlan.rsn.gmcs": number;
    /** Group Management Cipher OUI */
    "wlan.rsn.gmcs.oui": number;
    /** Group Management Cipher type */
    "wlan.rsn.gmcs.type": number;
    /** RSN Capabilities */
    "wlan.rsn.capabilities": number;
    /** RSN Pre-Auth capabilities */
    "wlan.rsn.capabilities.preauth": boolean;
    /** RSN No Pairwise capabilities */
    "wlan.rsn.capabilities.no_pairwise": boolean;
    /** RSN PTKSA Replay Counter capabilities */
    "wlan.rsn.capabilities.ptksa_replay_counter": number;
    /** RSN GTKSA Replay Counter capabilities */
    "wlan.rsn.capabilities.gtksa_replay_counter": number;
    /** Management Frame Protection Required */
    "wlan.rsn.capabilities.mfpr": boolean;
    /** Management Frame Protection Capable */
    "wlan.rsn.capabilities.mfpc": boolean;
    /** Joint Multi-band RSNA */
    "wlan.rsn.capabilities.jmr": boolean;
    /** PeerKey Enabled */
    "wlan.rsn.capabilities.peerkey": boolean;
    /** Extended Key ID for Individually Addressed Frames */
    "wlan.rsn.capabilities.extended_key_id_iaf": boolean;
    /** OUI */
    "wlan.tag.oui": number[];
    /** Vendor Specific OUI Type */
    "wlan.tag.vendor.oui.type": number[];
    /** Vendor Specific Data */
    "wlan.tag.vendor.data": Uint8Array[];
    /** Type */
    "wlan.wfa.ie.type": number[];
    /** Reserved */
    "wlan.wfa.ie.wme.reserved": Uint8Array;
    /** WME Subtype */
    "wlan.wfa.ie.wme.subtype": number;
    /** WME Version */
    "wlan.wfa.ie.wme.version": number;
    /** WME QoS Info */
    "wlan.wfa.ie.wme.qos_info": number;
    /** AC_VO */
    "wlan.wfa.ie.wme.qos_info.sta.ac_vo": boolean;
    /** AC_VI */
    "wlan.wfa.ie.wme.qos_info.sta.ac_vi": boolean;
    /** AC_BK */
    "wlan.wfa.ie.wme.qos_info.sta.ac_bk": boolean;
    /** AC_BE */
    "wlan.wfa.ie.wme.qos_info.sta.ac_be": boolean;
    /** Max SP Length */
    "wlan.wfa.ie.wme.qos_info.sta.max_sp_length": number;
    /** Reserved */
    "wlan.wfa.ie.wme.qos_info.sta.reserved": number;
    /** Parameter Set Count */
    "wlan.wfa.ie.wme.qos_info.ap.parameter_set_count": number;
    /** Reserved */
    "wlan.wfa.ie.wme.qos_info.ap.reserved": number;
    /** U-APSD */
    "wlan.wfa.ie.wme.qos_info.ap.u_apsd": boolean;
    /** Ac Parameters */
    "wlan.wfa.ie.wme.acp": true[];
    /** ACI / AIFSN Field */
    "wlan.wfa.ie.wme.acp.aci_aifsn": number;
    /** AIFSN */
    "wlan.wfa.ie.wme.acp.aifsn": number;
    /** Admission Control Mandatory */
    "wlan.wfa.ie.wme.acp.acm": boolean;
    /** ACI */
    "wlan.wfa.ie.wme.acp.aci": number;
    /** Reserved */
    "wlan.wfa.ie.wme.acp.reserved": number;
    /** ECW */
    "wlan.wfa.ie.wme.acp.ecw": number;
    /** ECW Min */
    "wlan.wfa.ie.wme.acp.ecw.min": number;
    /** ECW Max */
    "wlan.wfa.ie.wme.acp.ecw.max": number;
    /** TXOP Limit */
    "wlan.wfa.ie.wme.acp.txop_limit": number;
    /** CW Min */
    "wlan.wfa.ie.wme.acp.cw.min": number[];
    /** CW Max */
    "wlan.wfa.ie.wme.acp.cw.max": number[];
    /** Extended Capabilities */
    "wlan.extcap": number;
    /** 20/40 BSS Coexistence Management Support */
    "wlan.extcap.b0": boolean;
    /** Reserved (was On-demand beacon) */
    "wlan.extcap.b1": number;
    /** Extended Channel Switching */
    "wlan.extcap.b2": boolean;
    /** Reserved (was WAVE indication) */
    "wlan.extcap.b3": number;
    /** PSMP Capability */
    "wlan.extcap.b4": boolean;
    /** Reserved */
    "wlan.extcap.b5": number;
    /** S-PSMP Support */
    "wlan.extcap.b6": boolean;
    /** Event */
    "wlan.extcap.b7": boolean;
    /** Diagnostics */
    "wlan.extcap.b8": boolean;
    /** Multicast Diagnostics */
    "wlan.extcap.b9": boolean;
    /** Location Tracking */
    "wlan.extcap.b10": boolean;
    /** FMS */
    "wlan.extcap.b11": boolean;
    /** Proxy ARP Service */
    "wlan.extcap.b12": boolean;
    /** Collocated Interference Reporting */
    "wlan.extcap.b13": boolean;
    /** Civic Location */
    "wlan.extcap.b14": boolean;
    /** Geospatial Location */
    "wlan.extcap.b15": boolean;
    /** TFS */
    "wlan.extcap.b16": boolean;
    /** WNM Sleep Mode */
    "wlan.extcap.b17": boolean;
    /** TIM Broadcast */
    "wlan.extcap.b18": boolean;
    /** BSS Transition */
    "wlan.extcap.b19": boolean;
    /** QoS Traffic Capability */
    "wlan.extcap.b20": boolean;
    /** AC Station Count */
    "wlan.extcap.b21": boolean;
    /** Multiple BSSID */
    "wlan.extcap.b22": boolean;
    /** Timing Measurement */
    "wlan.extcap.b23": boolean;
    /** Channel Usage */
    "wlan.extcap.b24": boolean;
    /** SSID List */
    "wlan.extcap.b25": boolean;
    /** DMS */
    "wlan.extcap.b26": boolean;
    /** UTC TSF Offset */
    "wlan.extcap.b27": boolean;
    /** TPU Buffer STA Support */
    "wlan.extcap.b28": boolean;
    /** TDLS Peer PSM Support */
    "wlan.extcap.b29": boolean;
    /** TDLS channel switching */
    "wlan.extcap.b30": boolean;
    /** Interworking */
    "wlan.extcap.b31": boolean;
    /** QoS Map */
    "wlan.extcap.b32": boolean;
    /** EBR */
    "wlan.extcap.b33": boolean;
    /** SSPN Interface */
    "wlan.extcap.b34": boolean;
    /** Reserved */
    "wlan.extcap.b35": number;
    /** MSGCF Capability */
    "wlan.extcap.b36": boolean;
    /** TDLS Support */
    "wlan.extcap.b37": boolean;
    /** TDLS Prohibited */
    "wlan.extcap.b38": boolean;
    /** TDLS Channel Switching Prohibited */
    "wlan.extcap.b39": boolean;
    /** Reject Unadmitted Frame */
    "wlan.extcap.b40": boolean;
    /** Service Interval Granularity */
    "wlan.extcap.serv_int_granularity": number;
    /** Identifier Location */
    "wlan.extcap.b44": boolean;
    /** U-APSD Coexistence */
    "wlan.extcap.b45": boolean;
    /** WNM Notification */
    "wlan.extcap.b46": boolean;
    /** QAB Capability */
    "wlan.extcap.b47": number;
    /** UTF-8 SSID */
    "wlan.extcap.b48": boolean;
    /** QMF Activated */
    "wlan.extcap.b49": boolean;
    /** QMF Reconfiguration Activated */
    "wlan.extcap.b50": boolean;
    /** Robust AV Streaming */
    "wlan.extcap.b51": boolean;
    /** Advanced GCR */
    "wlan.extcap.b52": boolean;
    /** Mesh GCR */
    "wlan.extcap.b53": boolean;
    /** SCS */
    "wlan.extcap.b54": boolean;
    /** QLoad Report */
    "wlan.extcap.b55": boolean;
    /** Alternate EDCA */
    "wlan.extcap.b56": boolean;
    /** Unprotected TXOP Negotiation */
    "wlan.extcap.b57": boolean;
    /** Protected TXOP Negotiation */
    "wlan.extcap.b58": boolean;
    /** Reserved */
    "wlan.extcap.b59": number;
    /** Protected QLoad Report */
    "wlan.extcap.b60": boolean;
    /** TDLS Wider Bandwidth */
    "wlan.extcap.b61": boolean;
    /** Operating Mode Notification */
    "wlan.extcap.b62": boolean;
    /** Max Number Of MSDUs In A-MSDU */
    "wlan.extcap.b63": number;
    /** Channel Schedule Management */
    "wlan.extcap.b65": boolean;
    /** Geodatabase Inband Enabling Signal */
    "wlan.extcap.b66": boolean;
    /** Network Channel Control */
    "wlan.extcap.b67": boolean;
    /** White Space Map */
    "wlan.extcap.b68": boolean;
    /** Channel Availability Query */
    "wlan.extcap.b69": boolean;
    /** Fine Timing Measurement Responder */
    "wlan.extcap.b70": boolean;
    /** Fine Timing Measurement Initiator */
    "wlan.extcap.b71": boolean;
    /** FILS Capable */
    "wlan.extcap.b72": boolean;
    /** Extended Spectrum Management Capable */
    "wlan.extcap.b73": boolean;
    /** Future Channel Capable */
    "wlan.extcap.b74": boolean;
    /** Reserved */
    "wlan.extcap.b75": number;
    /** Reserved */
    "wlan.extcap.b76": number;
    /** TWT Requester Support */
    "wlan.extcap.b77": boolean;
    /** TWT Responder Support */
    "wlan.extcap.b78": boolean;
    /** OBSS Narrow Bandwidth RU in UL OFDMA Tolerance Support */
    "wlan.extcap.b79": boolean;
    /** Complete List of NonTxBSSID Profiles */
    "wlan.extcap.b80": boolean;
    /** SAE Password Identifiers In Use */
    "wlan.extcap.b81": boolean;
    /** SAE Passwords Used Exclusively */
    "wlan.extcap.b82": boolean;
    /** Enhanced Multi-BSSID Advertisement Support */
    "wlan.extcap.b83": boolean;
    /** Beacon Protection Enabled */
    "wlan.extcap.b84": boolean;
    /** Mirrored SCS */
    "wlan.extcap.b85": boolean;
    /** OCT */
    "wlan.extcap.b86": boolean;
    /** Reserved */
    "wlan.extcap.b87": number;
    /** SAE-PK Passwords Used Exclusively */
    "wlan.extcap.b88": boolean;
    /** TWT Parameters Range Support */
    "wlan.extcap.b89": number;
    /** non-TB Ranging Responder */
    "wlan.extcap.b90": boolean;
    /** TB Ranging Responder */
    "wlan.extcap.b91": boolean;
    /** TB Ranging Responder Measurement Support */
    "wlan.extcap.b92": boolean;
    /** TB Ranging Initiator Measurement Support */
    "wlan.extcap.b93": boolean;
    /** AOA Measurement Available */
    "wlan.extcap.b94": boolean;
    /** Phase Shift Feedback Support */
    "wlan.extcap.b95": boolean;
    /** Protocol Identifier */
    "stp.protocol": number;
    /** Protocol Version Identifier */
    "stp.version": number;
    /** BPDU Type */
    "stp.type": number;
    /** BPDU flags */
    "stp.flags": number;
    /** Topology Change Acknowledgment */
    "stp.flags.tcack": boolean[];
    /** Topology Change */
    "stp.flags.tc": boolean[];
    /** Root Bridge Priority */
    "stp.root.prio": number;
    /** Root Bridge System ID Extension */
    "stp.root.ext": number;
    /** Root Bridge System ID */
    "stp.root.hw": string;
    /** Root Path Cost */
    "stp.root.cost": number;
    /** Bridge Priority */
    "stp.bridge.prio": number;
    /** Bridge System ID Extension */
    "stp.bridge.ext": number;
    /** Bridge System ID */
    "stp.bridge.hw": string;
    /** Port identifier */
    "stp.port": number;
    /** Message Age (seconds) */
    "stp.msg_age": number;
    /** Max Age (seconds) */
    "stp.max_age": number;
    /** Hello Time (seconds) */
    "stp.hello": number;
    /** Forward Delay (seconds) */
    "stp.forward": number;
    /** Agreement */
    "stp.flags.agreement": boolean[];
    /** Forwarding */
    "stp.flags.forwarding": boolean[];
    /** Learning */
    "stp.flags.learning": boolean[];
    /** Port Role */
    "stp.flags.port_role": number[];
    /** Proposal */
    "stp.flags.proposal": boolean[];
    /** Version 1 Length */
    "stp.version_1_length": number;
    /** Type */
    "stp.pvst.tlvtype": number;
    /** Length */
    "stp.pvst.tlvlen": number;
    /** Originating VLAN */
    "stp.pvst.origvlan": number;
    /** Version 3 Length */
    "mstp.version_3_length": number;
    /** MST Config ID format selector */
    "mstp.config_format_selector": number;
    /** MST Config name */
    "mstp.config_name": string;
    /** MST Config revision */
    "mstp.config_revision_level": number;
    /** MST Config digest */
    "mstp.config_digest": Uint8Array;
    /** CIST Internal Root Path Cost */
    "mstp.cist_internal_root_path_cost": number;
    /** CIST Bridge Priority */
    "mstp.cist_bridge.prio": number;
    /** CIST Bridge Identifier System ID Extension */
    "mstp.cist_bridge.ext": number;
    /** CIST Bridge Identifier System ID */
    "mstp.cist_bridge.hw": string;
    /** CIST Remaining hops */
    "mstp.cist_remaining_hops": number;
    /** MSTI flags */
    "mstp.msti.flags": number[];
    /** Priority */
    "mstp.msti.priority": number[];
    /** MSTID */
    "mstp.msti.msti_id": number[];
    /** Regional Root */
    "mstp.msti.root.hw": string[];
    /** Internal root path cost */
    "mstp.msti.root_cost": number[];
    /** Bridge Identifier Priority */
    "mstp.msti.bridge_priority": number[];
    /** Port identifier priority */
    "mstp.msti.port_priority": number[];
    /** Remaining hops */
    "mstp.msti.remaining_hops": number[];
    /** TLV Type */
    "lldp.tlv.type": number[];
    /** TLV Length */
    "lldp.tlv.len": number[];
    /** Chassis Id Subtype */
    "lldp.chassis.subtype": number[];
    /** Chassis Id */
    "lldp.chassis.id": Uint8Array[];
    /** Chassis Id */
    "lldp.chassis.id.mac": string[];
    /** Chassis Id */
    "lldp.chassis.id.ip4": string[];
    /** Chassis Id */
    "lldp.chassis.id.ip6": string[];
    /** Port Id Subtype */
    "lldp.port.subtype": number[];
    /** Port Id */
    "lldp.port.id": string[];
    /** Port Id */
    "lldp.port.id.mac": string[];
    /** Port Id */
    "lldp.port.id.ip4": string[];
    /** Port Id */
    "lldp.port.id.ip6": string[];
    /** Network Address family */
    "lldp.network_address.subtype": number[];
    /** Seconds */
    "lldp.time_to_live": number[];
    /** Port Description */
    "lldp.port.desc": string[];
    /** System Name */
    "lldp.tlv.system.name": string[];
    /** System Description */
    "lldp.tlv.system.desc": string[];
    /** Address String Length */
    "lldp.mgn.address.len": number[];
    /** Address Subtype */
    "lldp.mgn.address.subtype": number[];
    /** Management Address */
    "lldp.mgn.addr.ip4": string[];
    /** Management Address */
    "lldp.mgn.addr.ip6": string[];
    /** Management Address */
    "lldp.mgn.addr.hex": Uint8Array[];
    /** Interface Subtype */
    "lldp.mgn.interface.subtype": number[];
    /** Interface Number */
    "lldp.mgn.interface.number": number[];
    /** OID String Length */
    "lldp.mgn.obj.len": number[];
    /** Capabilities */
    "lldp.tlv.system_cap": number[];
    /** Other */
    "lldp.tlv.system_cap.other": boolean[];
    /** Repeater */
    "lldp.tlv.system_cap.repeater": boolean[];
    /** Bridge */
    "lldp.tlv.system_cap.bridge": boolean[];
    /** WLAN access point */
    "lldp.tlv.system_cap.wlan_access_pt": boolean[];
    /** Router */
    "lldp.tlv.system_cap.router": boolean[];
    /** Telephone */
    "lldp.tlv.system_cap.telephone": boolean[];
    /** DOCSIS cable device */
    "lldp.tlv.system_cap.docsis_cable_device": boolean[];
    /** Station only */
    "lldp.tlv.system_cap.station_only": boolean[];
    /** Enabled Capabilities */
    "lldp.tlv.enable_system_cap": number[];
    /** Other */
    "lldp.tlv.enable_system_cap.other": boolean[];
    /** Repeater */
    "lldp.tlv.enable_system_cap.repeater": boolean[];
    /** Bridge */
    "lldp.tlv.enable_system_cap.bridge": boolean[];
    /** WLAN access point */
    "lldp.tlv.enable_system_cap.wlan_access_pt": boolean[];
    /** Router */
    "lldp.tlv.enable_system_cap.router": boolean[];
    /** Telephone */
    "lldp.tlv.enable_system_cap.telephone": boolean[];
    /** DOCSIS cable device */
    "lldp.tlv.enable_system_cap.docsis_cable_device": boolean[];
    /** Station only */
    "lldp.tlv.enable_system_cap.station_only": boolean[];
    /** Organization Unique Code */
    "lldp.orgtlv.oui": number[];
    /** Unknown Subtype */
    "lldp.unknown_subtype": number[];
    /** Unknown Subtype Content */
    "lldp.unknown_subtype.content": Uint8Array[];
    /** IEEE 802.1 Subtype */
    "lldp.ieee.802_1.subtype": number[];
    /** Port VLAN Identifier */
    "lldp.ieee.802_1.port_vlan.id": number[];
    /** VLAN Identifier */
    "lldp.ieee.802_1.vlan.id": number[];
    /** VLAN Name Length */
    "lldp.ieee.802_1.vlan.name_len": number[];
    /** VLAN Name */
    "lldp.ieee.802_1.vlan.name": string[];
    /** Flags */
    "lldp.ieee.802_1.port_and_vlan_id_flag": number[];
    /** Port and Protocol VLAN */
    "lldp.ieee.802_1.port_and_vlan_id_flag.enabled": boolean[];
    /** Port and Protocol VLAN */
    "lldp.ieee.802_1.port_and_vlan_id_flag.supported": boolean[];
    /** Port and Protocol VLAN Identifier */
    "lldp.ieee.802_1.port_proto_vlan.id": number[];
    /** Auto-Negotiation Support/Status */
    "lldp.ieee.802_3.mac_phy_auto_neg_status": number[];
    /** Auto-Negotiation */
    "lldp.ieee.802_3.mac_phy_auto_neg_status.supported": boolean[];
    /** Auto-Negotiation */
    "lldp.ieee.802_3.mac_phy_auto_neg_status.enabled": boolean[];
    /** PMD Auto-Negotiation Advertised Capability */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps": number[];
    /** 1000BASE-T (full duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_tfd": boolean[];
    /** 1000BASE-T (half duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_t": boolean[];
    /** 1000BASE-X (-LX, -SX, -CX full duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_xfd": boolean[];
    /** 1000BASE-X (-LX, -SX, -CX half duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_x": boolean[];
    /** Asymmetric and Symmetric PAUSE (for full-duplex links) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_bpause": boolean[];
    /** Symmetric PAUSE (for full-duplex links) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_spause": boolean[];
    /** Asymmetric PAUSE (for full-duplex links) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_apause": boolean[];
    /** PAUSE (for full-duplex links) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_pause": boolean[];
    /** 100BASE-T2 (full duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2fd": boolean[];
    /** 100BASE-T2 (half duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2": boolean[];
    /** 100BASE-TX (full duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_txfd": boolean[];
    /** 100BASE-TX (half duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_tx": boolean[];
    /** 100BASE-T4 */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t4": boolean[];
    /** 10BASE-T (full duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_tfd": boolean[];
    /** 10BASE-T (half duplex mode) */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_t": boolean[];
    /** Other or unknown */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.other": boolean[];
    /** 1000BASE-T (full duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_tfd": boolean[];
    /** 1000BASE-T (half duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_t": boolean[];
    /** 1000BASE-X (-LX, -SX, -CX full duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_xfd": boolean[];
    /** 1000BASE-X (-LX, -SX, -CX half duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_x": boolean[];
    /** Asymmetric and Symmetric PAUSE (for full-duplex links), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_bpause": boolean[];
    /** Symmetric PAUSE (for full-duplex links), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_spause": boolean[];
    /** Asymmetric PAUSE (for full-duplex links), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_apause": boolean[];
    /** PAUSE (for full-duplex links), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_pause": boolean[];
    /** 100BASE-T2 (full duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2fd": boolean[];
    /** 100BASE-T2 (half duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2": boolean[];
    /** 100BASE-TX (full duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_txfd": boolean[];
    /** 100BASE-TX (half duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_tx": boolean[];
    /** 100BASE-T4, bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t4": boolean[];
    /** 10BASE-T (full duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_tfd": boolean[];
    /** 10BASE-T (half duplex mode), bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_t": boolean[];
    /** Other or unknown, bits in inverse order */
    "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.other": boolean[];
    /** Operational MAU Type */
    "lldp.ieee.802_3.pmd_mau_type": number[];
    /** MDI Power Support */
    "lldp.ieee.802_3.mdi_power_support": number[];
    /** Port Class */
    "lldp.ieee.802_3.mdi_power_support.port_class": boolean[];
    /** PSE MDI Power */
    "lldp.ieee.802_3.mdi_power_support.supported": boolean[];
    /** PSE MDI Power */
    "lldp.ieee.802_3.mdi_power_support.enabled": boolean[];
    /** PSE Pairs Control Ability */
    "lldp.ieee.802_3.mdi_power_support.pse_pairs": boolean[];
    /** PSE Power Pair */
    "lldp.ieee.802_3.mdi_pse_pair": number[];
    /** Power Class */
    "lldp.ieee.802_3.mdi_power_class": number[];
    /** Aggregation Status */
    "lldp.ieee.802_3.aggregation_status": number[];
    /** Aggregation Capability */
    "lldp.ieee.802_3.aggregation_status.cap": boolean[];
    /** Aggregation Status */
    "lldp.ieee.802_3.aggregation_status.enabled": boolean[];
    /** Aggregated Port Id */
    "lldp.ieee.802_3.aggregated_port_id": number[];
    /** IEEE 802.3 Subtype */
    "lldp.ieee.802_3.subtype": number[];
    /** Maximum Frame Size */
    "lldp.ieee.802_3.max_frame_size": number[];
    /** Version */
    "eapol.version": number;
    /** Type */
    "eapol.type": number;
    /** Length */
    "eapol.len": number;
    /** Key Descriptor Type */
    "eapol.keydes.type": number;
    /** Key Descriptor Body */
    "eapol.keydes.body": Uint8Array;
    /** Key */
    "eapol.keydes.key": Uint8Array;
    /** Key Length */
    "eapol.keydes.key_len": number;
    /** Replay Counter */
    "eapol.keydes.replay_counter": number | bigint;
    /** Key IV */
    "eapol.keydes.key_iv": Uint8Array;
    /** Key Index */
    "eapol.keydes.key_index": number;
    /** Type */
    "eapol.keydes.key_index.type": boolean;
    /** Number */
    "eapol.keydes.key_index.number": number;
    /** Key Signature */
    "eapol.keydes.key_signature": Uint8Array;
    /** Key Information */
    "wlan_rsna_eapol.keydes.key_info": number;
    /** Key Descriptor Version */
    "wlan_rsna_eapol.keydes.key_info.keydes_version": number;
    /** Key Type */
    "wlan_rsna_eapol.keydes.key_info.key_type": boolean;
    /** Key Index */
    "wlan_rsna_eapol.keydes.key_info.key_index": number;
    /** Install */
    "wlan_rsna_eapol.keydes.key_info.install": boolean;
    /** Key ACK */
    "wlan_rsna_eapol.keydes.key_info.key_ack": boolean;
    /** Key MIC */
    "wlan_rsna_eapol.keydes.key_info.key_mic": boolean;
    /** Secure */
    "wlan_rsna_eapol.keydes.key_info.secure": boolean;
    /** Error */
    "wlan_rsna_eapol.keydes.key_info.error": boolean;
    /** Request */
    "wlan_rsna_eapol.keydes.key_info.request": boolean;
    /** Encrypted Key Data */
    "wlan_rsna_eapol.keydes.key_info.encrypted_key_data": boolean;
    /** SMK Message */
    "wlan_rsna_eapol.keydes.key_info.smk_message": boolean;
    /** WPA Key Nonce */
    "wlan_rsna_eapol.keydes.nonce": Uint8Array;
    /** WPA Key RSC */
    "wlan_rsna_eapol.keydes.rsc": Uint8Array;
    /** WPA Key ID */
    "wlan_rsna_eapol.keydes.id": Uint8Array;
    /** WPA Key MIC */
    "wlan_rsna_eapol.keydes.mic": Uint8Array;
    /** WPA Key Data Length */
    "wlan_rsna_eapol.keydes.data_len": number;
    /** Message number */
    "wlan_rsna_eapol.keydes.msgnr": number;
    /** WPA Key Data */
    "wlan_rsna_eapol.keydes.data": Uint8Array;
    /** Code */
    "eap.code": number;
    /** Id */
    "eap.id": number;
    /** Length */
    "eap.len": number;
    /** Type */
    "eap.type": number;
    /** Identity */
    "eap.identity": string;
    /** Notification */
    "eap.notification": string;
    /** Desired Auth Type */
    "eap.desired_type": number[];
    /** EAP-MD5 Value-Size */
    "eap.md5.value_size": number;
    /** EAP-MD5 Value */
    "eap.md5.value": Uint8Array;
    /** EAP-MD5 Extra Data */
    "eap.md5.extra_data": Uint8Array;
    /** Packet type */
    "sll.pkttype": number;
    /** Link-layer address type */
    "sll.hatype": number;
    /** Link-layer address length */
    "sll.halen": number;
    /** Interface index */
    "sll.ifindex": number;
    /** Source */
    "sll.src.eth": string;
    /** Unused */
    "sll.unused": Uint8Array;
    /** Source */
    "sll.src.ipv4": string;
    /** Source */
    "sll.src.other": Uint8Array;
    /** Protocol */
    "sll.etype": number;
    /** Protocol */
    "sll.ltype": number;
    /** Protocol */
    "sll.gretype": number;
    /** Trailer */
    "sll.trailer": Uint8Array;
    /** Family */
    "null.family": number;
    /** Type */
    "null.type": number;
    /** Hardware type */
    "arp.hw.type": number;
    /** Protocol type */
    "arp.proto.type": number;
    /** Hardware size */
    "arp.hw.size": number;
    /** Protocol size */
    "arp.proto.size": number;
    /** Opcode */
    "arp.opcode": number;
    /** Sender MAC address */
    "arp.src.hw_mac": string;
    /** Sender IP address */
    "arp.src.proto_ipv4": string;
    /** Target MAC address */
    "arp.dst.hw_mac": string;
    /** Target IP address */
    "arp.dst.proto_ipv4": string;
    /** Is gratuitous */
    "arp.isgratuitous": boolean;
    /** Is probe */
    "arp.isprobe": boolean;
    /** Is announcement */
    "arp.isannouncement": boolean;
    /** Sender hardware address */
    "arp.src.hw": Uint8Array;
    /** Sender protocol address */
    "arp.src.proto": Uint8Array;
    /** Target hardware address */
    "arp.dst.hw": Uint8Array;
    /** Target protocol address */
    "arp.dst.proto": Uint8Array;
    /** Duplicate IP address configured */
    "arp.duplicate-address-detected": true[];
    /** Frame showing earlier use of IP address */
    "arp.duplicate-address-frame": number[];
    /** Seconds since earlier frame seen */
    "arp.seconds-since-duplicate-address-frame": number[];
    /** skipCount */
    "loop.skipcount": number;
    /** Relevant function */
    "loop.relevant_function": number;
    /** Function */
    "loop.function": number[];
    /** Receipt number */
    "loop.receipt_number": number;
    /** Forwarding address */
    "loop.forwarding_address": string[];
    /** FTAG */
    "cfp.ftag": number;
    /** TTL */
    "cfp.ttl": number;
    /** Frame check sequence */
    "cfp.fcs": number;
    /** FCS status */
    "cfp.fcs.status": number;
    /** Version */
    "ip.version": number[];
    /** Header Length (bytes) */
    "ip.hdr_len": number;
    /** Differentiated Services Field */
    "ip.dsfield": number;
    /** Differentiated Services Codepoint */
    "ip.dsfield.dscp": number;
    /** Explicit Congestion Notification */
    "ip.dsfield.ecn": number;
    /** Total Length */
    "ip.len": number;
    /** Identification */
    "ip.id": number;
    /** Flags */
    "ip.flags": number;
    /** Reserved bit */
    "ip.flags.rb": boolean;
    /** Don't fragment */
    "ip.flags.df": boolean;
    /** More fragments */
    "ip.flags.mf": boolean;
    /** Fragment Offset */
    "ip.frag_offset": number;
    /** Time to Live */
    "ip.ttl": number;
    /** Time To Live too small */
    "ip.ttl.too_small": true;
    /** Time To Live not what the local network control block asks */
    "ip.ttl.lncb": true;
    /** Protocol */
    "ip.proto": number;
    /** Header Checksum */
    "ip.checksum": number;
    /** Header checksum status */
    "ip.checksum.status": number;
    /** Source Address */
    "ip.src": string;
    /** ip.src or ip.dst */
    "ip.addr": string[];
    /** Source Host */
    "ip.src_host": string;
    /** ip.src_host or ip.dst_host */
    "ip.host": string[];
    /** Destination Address */
    "ip.dst": string;
    /** Destination Host */
    "ip.dst_host": string;
    /** Current Route */
    "ip.cur_rt": string;
    /** Current Route Host */
    "ip.cur_rt_host": string;
    /** Bogus IP version */
    "ip.bogus_ip_version": true;
    /** Bogus IP header length */
    "ip.bogus_header_length": true;
    /** Bogus IP length */
    "ip.bogus_ip_length": true;
    /** Calculated Checksum */
    "ip.checksum_calculated": number;
    /** Bad checksum */
    "ip.checksum_bad.expert": true;
    /** IPv4 Fragments */
    "ip.fragments": Uint8Array[];
    /** IPv4 Fragment */
    "ip.fragment": number[];
    /** Defragmentation error */
    "ip.fragment.error": number[];
    /** Fragment overlap */
    "ip.fragment.overlap": boolean[];
    /** Conflicting data in fragment overlap */
    "ip.fragment.overlap.conflict": boolean[];
    /** Multiple tail fragments found */
    "ip.fragment.multipletails": boolean[];
    /** Fragment too long */
    "ip.fragment.toolongfragment": boolean[];
    /** Fragment count */
    "ip.fragment.count": number[];
    /** Reassembled IPv4 length (bytes) */
    "ip.reassembled.length": number[];
    /** Reassembled IPv4 data */
    "ip.reassembled.data": Uint8Array[];
    /** Type */
    "ip.opt.type": number[];
    /** Copy on fragmentation */
    "ip.opt.type.copy": boolean[];
    /** Class */
    "ip.opt.type.class": number[];
    /** Number */
    "ip.opt.type.number": number[];
    /** Length */
    "ip.opt.len": number[];
    /** Invalid length for option */
    "ip.opt.len.invalid": true[];
    /** Pointer points before first address */
    "ip.opt.ptr.before_address": true[];
    /** Pointer points to middle of address */
    "ip.opt.ptr.middle_address": true[];
    /** Additional Security Info */
    "ip.opt.ext_sec_add_sec_info": Uint8Array[];
    /** Handling Restrictions */
    "ip.opt.sec_rfc791_hr": string[];
    /** Transmission Control Code */
    "ip.opt.sec_rfc791_tcc": string[];
    /** Time stamp */
    "ip.opt.time_stamp": number[];
    /** Address */
    "ip.opt.time_stamp_addr": string[];
    /** Recorded Route */
    "ip.rec_rt": string[];
    /** Empty Route */
    "ip.empty_rt": string[];
    /** Source Route */
    "ip.src_rt": string[];
    /** Classification Level */
    "ip.opt.sec_cl": number[];
    /** Protection Authority Flags */
    "ip.opt.sec_prot_auth_flags": number[];
    /** GENSER */
    "ip.opt.sec_prot_auth_genser": boolean[];
    /** SIOP-ESI */
    "ip.opt.sec_prot_auth_siop_esi": boolean[];
    /** SCI */
    "ip.opt.sec_prot_auth_sci": boolean[];
    /** NSA */
    "ip.opt.sec_prot_auth_nsa": boolean[];
    /** DOE */
    "ip.opt.sec_prot_auth_doe": boolean[];
    /** Unassigned */
    "ip.opt.sec_prot_auth_unassigned": number[];
    /** Field Termination Indicator */
    "ip.opt.sec_prot_auth_fti": boolean[];
    /** Additional Security Info Format Code */
    "ip.opt.ext_sec_add_sec_info_format_code": number[];
    /** Security */
    "ip.opt.sec_rfc791_sec": number[];
    /** Compartments */
    "ip.opt.sec_rfc791_comp": number[];
    /** DOI */
    "ip.cipso.doi": number[];
    /** Tag Type */
    "ip.cipso.tag_type": number[];
    /** Tag Length */
    "ip.cipso.tag_length": number[];
    /** Alignment */
    "ip.cipso.alignment": number[];
    /** Sensitivity Level */
    "ip.cipso.sensitivity_level": number[];
    /** Function */
    "ip.opt.qs_func": number[];
    /** Rate */
    "ip.opt.qs_rate": number[];
    /** QS TTL */
    "ip.opt.qs_ttl": number[];
    /** QS Nonce */
    "ip.opt.qs_nonce": number[];
    /** Reserved */
    "ip.opt.qs_reserved": number[];
    /** Not Used */
    "ip.opt.qs_unused": number[];
    /** Pointer */
    "ip.opt.ptr": number[];
    /** Overflow */
    "ip.opt.overflow": number[];
    /** Flag */
    "ip.opt.flag": number[];
    /** Stream Identifier */
    "ip.opt.sid": number[];
    /** MTU */
    "ip.opt.mtu": number[];
    /** Router Alert */
    "ip.opt.ra": number[];
    /** IP Address */
    "ip.opt.addr": string[];
    /** ID Number */
    "ip.opt.id_number": number[];
    /** Outbound Hop Count */
    "ip.opt.ohc": number[];
    /** Return Hop Count */
    "ip.opt.rhc": number[];
    /** Originator IP Address */
    "ip.opt.originator": string[];
    /** Version */
    "ipv6.version": number;
    /** Traffic Class */
    "ipv6.tclass": number;
    /** Differentiated Services Codepoint */
    "ipv6.tclass.dscp": number;
    /** Explicit Congestion Notification */
    "ipv6.tclass.ecn": number;
    /** Flow Label */
    "ipv6.flow": number;
    /** Payload Length (bytes) */
    "ipv6.plen": number;
    /** Next Header */
    "ipv6.nxt": number;
    /** Hop Limit */
    "ipv6.hlim": number;
    /** Source Address */
    "ipv6.src": string;
    /** ipv6.src or ipv6.dst */
    "ipv6.addr": string[];
    /** Source Host */
    "ipv6.src_host": string;
    /** ipv6.src_host or ipv6.dst_host */
    "ipv6.host": string[];
    /** Source SLAAC MAC */
    "ipv6.src_slaac_mac": string;
    /** ipv6.src_slaac_mac or ipv6.dst_slaac_mac */
    "ipv6.slaac_mac": string[];
    /** Source ISATAP IPv4 */
    "ipv6.src_isatap_ipv4": string;
    /** ipv6.src_isatap_ipv4 or ipv6.dst_isatap_ipv4 */
    "ipv6.isatap_ipv4": string[];
    /** Source 6to4 Gateway IPv4 */
    "ipv6.src_6to4_gw_ipv4": string;
    /** ipv6.src_6to4_gw_ipv4 or ipv6.dst_6to4_gw_ipv4 */
    "ipv6.6to4_gw_ipv4": string[];
    /** Source 6to4 SLA ID */
    "ipv6.src_6to4_sla_id": number;
    /** ipv6.src_6to4_sla_id or ipv6.dst_6to4_sla_id */
    "ipv6.6to4_sla_id": number[];
    /** Source Teredo Server IPv4 */
    "ipv6.src_ts_ipv4": string;
    /** ipv6.src_ts_ipv4 or ipv6.dst_ts_ipv4 */
    "ipv6.ts_ipv4": string[];
    /** Source Teredo Port */
    "ipv6.src_tc_port": number;
    /** ipv6.src_tc_port or ipv6.dst_tc_port */
    "ipv6.tc_port": number[];
    /** Source Teredo Client IPv4 */
    "ipv6.src_tc_ipv4": string;
    /** ipv6.src_tc_ipv4 or ipv6.dst_tc_ipv4 */
    "ipv6.tc_ipv4": string[];
    /** Source Embedded IPv4 */
    "ipv6.src_embed_ipv4": string;
    /** ipv6.src_embed_ipv4 or ipv6.dst_embed_ipv4 */
    "ipv6.embed_ipv4": string[];
    /** Destination Address */
    "ipv6.dst": string;
    /** Destination Host */
    "ipv6.dst_host": string;
    /** Destination SLAAC MAC */
    "ipv6.dst_slaac_mac": string;
    /** Destination ISATAP IPv4 */
    "ipv6.dst_isatap_ipv4": string;
    /** Destination 6to4 Gateway IPv4 */
    "ipv6.dst_6to4_gw_ipv4": string;
    /** Destination 6to4 SLA ID */
    "ipv6.dst_6to4_sla_id": number;
    /** Destination Teredo Server IPv4 */
    "ipv6.dst_ts_ipv4": string;
    /** Destination Teredo Port */
    "ipv6.dst_tc_port": number;
    /** Destination Teredo Client IPv4 */
    "ipv6.dst_tc_ipv4": string;
    /** Destination Embedded IPv4 */
    "ipv6.dst_embed_ipv4": string;
    /** Bogus IPv6 version */
    "ipv6.bogus_ipv6_version": true;
    /** Payload length does not match expected framing length */
    "ipv6.plen_exceeds_framing": true;
    /** Payload length equals 0 */
    "ipv6.plen_zero": true;
    /** Invalid IPv6 header */
    "ipv6.invalid_header": true;
    /** Next Header */
    "ipv6.hopopts.nxt": number;
    /** Length */
    "ipv6.hopopts.len": number;
    /** Length (bytes) */
    "ipv6.hopopts.len_oct": number;
    /** Hop-by-hop options not immediately after the IPv6 header */
    "ipv6.hopopts.not_first": true;
    /** IPv6 Option */
    "ipv6.opt": true[];
    /** Length */
    "ipv6.opt.length": number[];
    /** Pad1 */
    "ipv6.opt.pad1": true[];
    /** PadN */
    "ipv6.opt.padn": Uint8Array[];
    /** Unknown Option Payload */
    "ipv6.opt.unknown": Uint8Array[];
    /** Unknown Data */
    "ipv6.opt_unknown_data": Uint8Array[];
    /** Experimental Option */
    "ipv6.opt.experimental": Uint8Array[];
    /** ILNP Nonce */
    "ipv6.opt.ilnp_nonce": Uint8Array[];
    /** Line ID */
    "ipv6.opt.lio.line_id": string[];
    /** Seed ID */
    "ipv6.opt.mpl.seed_id": Uint8Array[];
    /** Compartment Bitmap */
    "ipv6.opt.calipso.cmpt_bitmap": Uint8Array[];
    /** Hash Assist Value */
    "ipv6.opt.smf_dpd.hav": Uint8Array[];
    /** Identifier */
    "ipv6.opt.smf_dpd.ident": Uint8Array[];
    /** Jumbo Payload option with a payload length that is not 0 */
    "ipv6.opt.jumbo.prohibited": true[];
    /** Jumbo Payload option with a length below 65536 */
    "ipv6.opt.jumbo.truncated": true[];
    /** Type */
    "ipv6.opt.type": number[];
    /** Action */
    "ipv6.opt.type.action": number[];
    /** May Change */
    "ipv6.opt.type.change": boolean[];
    /** Low-Order Bits */
    "ipv6.opt.type.rest": number[];
    /** Tunnel Encapsulation Limit */
    "ipv6.opt.tel": number[];
    /** Router Alert */
    "ipv6.opt.router_alert": number[];
    /** CALIPSO Domain of Interpretation */
    "ipv6.opt.calipso.doi": number[];
    /** Compartment Length */
    "ipv6.opt.calipso.cmpt.length": number[];
    /** Sensitivity Level */
    "ipv6.opt.calipso.sens_level": number[];
    /** Checksum */
    "ipv6.opt.calipso.checksum": number[];
    /** Scale DTLR */
    "ipv6.opt.pdm.scale_dtlr": number[];
    /** Scale DTLS */
    "ipv6.opt.pdm.scale_dtls": number[];
    /** PSN This Packet */
    "ipv6.opt.pdm.psn_this_pkt": number[];
    /** PSN Last Received */
    "ipv6.opt.pdm.psn_last_recv": number[];
    /** Delta Time Last Received */
    "ipv6.opt.pdm.delta_last_recv": number[];
    /** Delta Time Last Sent */
    "ipv6.opt.pdm.delta_last_sent": number[];
    /** Function */
    "ipv6.opt.qs_func": number[];
    /** Rate */
    "ipv6.opt.qs_rate": number[];
    /** QS TTL */
    "ipv6.opt.qs_ttl": number[];
    /** QS Nonce */
    "ipv6.opt.qs_nonce": number[];
    /** Reserved */
    "ipv6.opt.qs_reserved": number[];
    /** Minimum Reported PMTU */
    "ipv6.opt.pmtu.min": number[];
    /** Return Minimum PMTU */
    "ipv6.opt.pmtu.rtn": number[];
    /** Return Flag */
    "ipv6.opt.pmtu.r_flag": boolean[];
    /** Reserved */
    "ipv6.opt.ioam.rsv": number[];
    /** Option-Type */
    "ipv6.opt.ioam.opt_type": number[];
    /** TPF Information */
    "ipv6.opt.tpf_information": number[];
    /** Flag */
    "ipv6.opt.rpl.flag": number[];
    /** Down */
    "ipv6.opt.rpl.flag.o": boolean[];
    /** Rank Error */
    "ipv6.opt.rpl.flag.r": boolean[];
    /** Forwarding Error */
    "ipv6.opt.rpl.flag.f": boolean[];
    /** Reserved */
    "ipv6.opt.rpl.flag.rsv": number[];
    /** RPLInstanceID */
    "ipv6.opt.rpl.instance_id": number[];
    /** Sender Rank */
    "ipv6.opt.rpl.sender_rank": number[];
    /** Flag */
    "ipv6.opt.mpl.flag": number[];
    /** Seed ID Length */
    "ipv6.opt.mpl.flag.s": number[];
    /** Largest Sequence */
    "ipv6.opt.mpl.flag.m": boolean[];
    /** Version */
    "ipv6.opt.mpl.flag.v": boolean[];
    /** Reserved */
    "ipv6.opt.mpl.flag.rsv": number[];
    /** Sequence */
    "ipv6.opt.mpl.sequence": number[];
    /** LineIDLen */
    "ipv6.opt.lio.length": number[];
    /** Payload Length */
    "ipv6.opt.jumbo": number[];
    /** MIPv6 Home Address */
    "ipv6.opt.mipv6.home_address": string[];
    /** Flags */
    "ipv6.opt.dff.flags": number[];
    /** Version (VER) */
    "ipv6.opt.dff.flag.ver": number[];
    /** Duplicate (DUP) */
    "ipv6.opt.dff.flag.dup": boolean[];
    /** Return (RET) */
    "ipv6.opt.dff.flag.ret": boolean[];
    /** Reserved */
    "ipv6.opt.dff.flag.rsv": number[];
    /** Sequence Number */
    "ipv6.opt.dff.sequence_number": number[];
    /** Next Header */
    "ipv6.routing.nxt": number;
    /** Length */
    "ipv6.routing.len": number;
    /** Length (bytes) */
    "ipv6.routing.len_oct": number;
    /** Type */
    "ipv6.routing.type": number;
    /** Segments Left */
    "ipv6.routing.segleft": number;
    /** Reserved */
    "ipv6.routing.src.reserved": Uint8Array;
    /** Reserved */
    "ipv6.routing.mipv6.reserved": Uint8Array;
    /** Compressed Internal Octets (CmprI) */
    "ipv6.routing.rpl.cmprI": number;
    /** Compressed Final Octets (CmprE) */
    "ipv6.routing.rpl.cmprE": number;
    /** Padding Bytes */
    "ipv6.routing.rpl.pad": number;
    /** Reserved */
    "ipv6.routing.rpl.reserved": number;
    /** Last Entry */
    "ipv6.routing.srh.last_entry": number;
    /** Flags */
    "ipv6.routing.srh.flags": number;
    /** Tag */
    "ipv6.routing.srh.tag": Uint8Array;
    /** Address */
    "ipv6.routing.src.addr": string[];
    /** Home Address */
    "ipv6.routing.mipv6.home_address": string[];
    /** Address */
    "ipv6.routing.srh.addr": string[];
    /** Total Address Count */
    "ipv6.routing.rpl.addr_count": number;
    /** Address */
    "ipv6.routing.rpl.address": Uint8Array[];
    /** Full Address */
    "ipv6.routing.rpl.full_address": string[];
    /** Type-Specific Data */
    "ipv6.routing.unknown_data": Uint8Array;
    /** Undecoded IPv6 routing header field */
    "ipv6.routing.undecoded": true;
    /** Routing header type is deprecated */
    "ipv6.routing.deprecated": true;
    /** Next header */
    "ipv6.fraghdr.nxt": number;
    /** Reserved octet */
    "ipv6.fraghdr.reserved_octet": number;
    /** Offset */
    "ipv6.fraghdr.offset": number;
    /** Reserved bits */
    "ipv6.fraghdr.reserved_bits": number;
    /** More Fragments */
    "ipv6.fraghdr.more": boolean;
    /** Identification */
    "ipv6.fraghdr.ident": number;
    /** IPv6 Fragments */
    "ipv6.fragments": true[];
    /** IPv6 Fragment */
    "ipv6.fragment": number[];
    /** Defragmentation error */
    "ipv6.fragment.error": number[];
    /** Fragment overlap */
    "ipv6.fragment.overlap": boolean[];
    /** Conflicting data in fragment overlap */
    "ipv6.fragment.overlap.conflict": boolean[];
    /** Multiple tail fragments found */
    "ipv6.fragment.multipletails": boolean[];
    /** Fragment too long */
    "ipv6.fragment.toolongfragment": boolean[];
    /** Fragment count */
    "ipv6.fragment.count": number[];
    /** Reassembled IPv6 length (bytes) */
    "ipv6.reassembled.length": number[];
    /** Reassembled IPv6 data */
    "ipv6.reassembled.data": Uint8Array[];
    /** Next Header */
    "ipv6.dstopts.nxt": number;
    /** Length */
    "ipv6.dstopts.len": number;
    /** Length (bytes) */
    "ipv6.dstopts.len_oct": number;
    /** Type */
    "icmp.type": number;
    /** Code */
    "icmp.code": number;
    /** Checksum */
    "icmp.checksum": number;
    /** Identifier (BE) */
    "icmp.ident": number;
    /** Identifier (LE) */
    "icmp.ident_le": number;
    /** Sequence Number (BE) */
    "icmp.seq": number;
    /** Sequence Number (LE) */
    "icmp.seq_le": number;
    /** Sequence Number */
    "icmp.ext.echo.seq": number;
    /** Reserved */
    "icmp.ext.echo.req.res": number;
    /** Local bit */
    "icmp.ext.echo.req.local": boolean;
    /** State */
    "icmp.ext.echo.rsp.state": number;
    /** Reserved */
    "icmp.ext.echo.rsp.res": number;
    /** Active bit */
    "icmp.ext.echo.rsp.active": boolean;
    /** IPv4 bit */
    "icmp.ext.echo.rsp.ipv4": boolean;
    /** IPv6 bit */
    "icmp.ext.echo.rsp.ipv6": boolean;
    /** Unused */
    "icmp.unused": Uint8Array[];
    /** Length */
    "icmp.length": number;
    /** Length of original datagram (bytes) */
    "icmp.length.original_datagram": number;
    /** MTU of next hop */
    "icmp.mtu": number;
    /** Pointer */
    "icmp.pointer": number;
    /** Unused */
    "icmp.reserved": Uint8Array[];
    /** Gateway Address */
    "icmp.redir_gw": string;
    /** Originate Timestamp */
    "icmp.originate_timestamp": number;
    /** Receive Timestamp */
    "icmp.receive_timestamp": number;
    /** Transmit Timestamp */
    "icmp.transmit_timestamp": number;
    /** Address Mask */
    "icmp.address_mask": string;
    /** Number of addresses */
    "icmp.num_addrs": number;
    /** Address entry size */
    "icmp.addr_entry_size": number;
    /** Lifetime (seconds) */
    "icmp.lifetime": number;
    /** Router address */
    "icmp.router_address": string[];
    /** Preference level */
    "icmp.pref_level": number[];
    /** Checksum Status */
    "icmp.checksum.status": number;
    /** Bad checksum */
    "icmp.checksum_bad": true;
    /** Request frame */
    "icmp.resp_to": number;
    /** Response time (ms) */
    "icmp.resptime": number;
    /** Timestamp from icmp data */
    "icmp.data_time": Time;
    /** Timestamp from icmp data (relative) */
    "icmp.data_time_relative": Time;
    /** Extension Type */
    "icmp.mip.type": number[];
    /** Length */
    "icmp.mip.length": number[];
    /** Sequence Number */
    "icmp.mip.seq": number;
    /** Registration Lifetime */
    "icmp.mip.life": number;
    /** Flags */
    "icmp.mip.flags": number;
    /** Registration Required */
    "icmp.mip.r": boolean;
    /** Busy */
    "icmp.mip.b": boolean;
    /** Home Agent */
    "icmp.mip.h": boolean;
    /** Foreign Agent */
    "icmp.mip.f": boolean;
    /** Minimal Encapsulation */
    "icmp.mip.m": boolean;
    /** GRE */
    "icmp.mip.g": boolean;
    /** VJ Comp */
    "icmp.mip.v": boolean;
    /** Reverse tunneling */
    "icmp.mip.rt": boolean;
    /** UDP tunneling */
    "icmp.mip.u": boolean;
    /** Revocation support */
    "icmp.mip.x": boolean;
    /** Reserved */
    "icmp.mip.reserved": number;
    /** Care-Of-Address */
    "icmp.mip.coa": string[];
    /** Prefix Length */
    "icmp.mip.prefixlength": number[];
    /** Challenge */
    "icmp.mip.challenge": Uint8Array;
    /** Content */
    "icmp.mip.content": Uint8Array[];
    /** Version */
    "icmp.ext.version": number;
    /** Reserved */
    "icmp.ext.res": number;
    /** Checksum */
    "icmp.ext.checksum": number;
    /** Length */
    "icmp.ext.length": number[];
    /** Class */
    "icmp.ext.class": number[];
    /** C-Type */
    "icmp.ext.ctype": number[];
    /** Label */
    "icmp.mpls.label": number[];
    /** Experimental */
    "icmp.mpls.exp": number[];
    /** Stack bit */
    "icmp.mpls.s": boolean[];
    /** Time to live */
    "icmp.mpls.ttl": number[];
    /** Interface Role */
    "icmp.int_info.role": number[];
    /** Reserved */
    "icmp.int_info.reserved": number[];
    /** ifIndex */
    "icmp.int_info.ifindex": boolean[];
    /** IP Address */
    "icmp.int_info.ipaddr": boolean[];
    /** Interface Name */
    "icmp.int_info.name_present": boolean[];
    /** MTU */
    "icmp.int_info.mtu_present": boolean[];
    /** Address Family Identifier */
    "icmp.int_info.afi": number[];
    /** Address Family Identifier */
    "icmp.int_ident.afi": number[];
    /** Address Length */
    "icmp.int_ident.addr_length": number[];
    /** Reserved */
    "icmp.int_ident.reserved": Uint8Array[];
    /** ICMP Extensions */
    "icmp.ext": true;
    /** Checksum Status */
    "icmp.ext.checksum.status": number;
    /** Bad checksum */
    "icmp.ext.checksum_bad": true;
    /** Data */
    "icmp.ext.data": Uint8Array[];
    /** Data */
    "icmp.mpls.data": Uint8Array[];
    /** Interface Index */
    "icmp.int_info.index": number[];
    /** Source */
    "icmp.int_info.ipv4": string[];
    /** Source */
    "icmp.int_info.ipv6": string[];
    /** Name Length */
    "icmp.int_info.name_length": number[];
    /** Name */
    "icmp.int_info.name": string[];
    /** Maximum Transmission Unit */
    "icmp.int_info.mtu": number[];
    /** Name */
    "icmp.int_ident.name": string[];
    /** Interface Index */
    "icmp.int_ident.index": number[];
    /** Address */
    "icmp.int_ident.ipv4": string[];
    /** Address */
    "icmp.int_ident.ipv6": string[];
    /** Address */
    "icmp.int_ident.address": Uint8Array[];
    /** Type */
    "icmpv6.type": number;
    /** Code */
    "icmpv6.code": number;
    /** Checksum */
    "icmpv6.checksum": number;
    /** Reserved */
    "icmpv6.reserved": Uint8Array;
    /** Length of original datagram */
    "icmpv6.length": number;
    /** MTU */
    "icmpv6.mtu": number;
    /** Pointer */
    "icmpv6.pointer": number;
    /** Identifier */
    "icmpv6.echo.identifier": number;
    /** Sequence */
    "icmpv6.echo.sequence_number": number;
    /** Sequence number */
    "icmpv6.ext.echo.seq": number;
    /** Reserved */
    "icmpv6.ext.echo.req.res": number;
    /** Local bit */
    "icmpv6.ext.echo.req.local": boolean;
    /** State */
    "icmpv6.ext.echo.rsp.state": number;
    /** Reserved */
    "icmpv6.ext.echo.rsp.res": number;
    /** Active bit */
    "icmpv6.ext.echo.rsp.active": boolean;
    /** IPv4 bit */
    "icmpv6.ext.echo.rsp.ipv4": boolean;
    /** IPv6 bit */
    "icmpv6.ext.echo.rsp.ipv6": boolean;
    /** Cur hop limit */
    "icmpv6.nd.ra.cur_hop_limit": number;
    /** Flags */
    "icmpv6.nd.ra.flag": number;
    /** Managed address configuration */
    "icmpv6.nd.ra.flag.m": boolean;
    /** Other configuration */
    "icmpv6.nd.ra.flag.o": boolean;
    /** Home Agent */
    "icmpv6.nd.ra.flag.h": boolean;
    /** Prf (Default Router Preference) */
    "icmpv6.nd.ra.flag.prf": number;
    /** Proxy */
    "icmpv6.nd.ra.flag.p": boolean;
    /** Reserved */
    "icmpv6.nd.ra.flag.rsv": number;
    /** Router lifetime (s) */
    "icmpv6.nd.ra.router_lifetime": number;
    /** Reachable time (ms) */
    "icmpv6.nd.ra.reachable_time": number;
    /** Retrans timer (ms) */
    "icmpv6.nd.ra.retrans_timer": number;
    /** Target Address */
    "icmpv6.nd.ns.target_address": string;
    /** Flags */
    "icmpv6.nd.na.flag": number;
    /** Router */
    "icmpv6.nd.na.flag.r": boolean;
    /** Solicited */
    "icmpv6.nd.na.flag.s": boolean;
    /** Override */
    "icmpv6.nd.na.flag.o": boolean;
    /** Reserved */
    "icmpv6.nd.na.flag.rsv": number;
    /** Target Address */
    "icmpv6.nd.na.target_address": string;
    /** Target Address */
    "icmpv6.nd.rd.target_address": string;
    /** Destination Address */
    "icmpv6.rd.na.destination_address": string;
    /** Identifier */
    "icmpv6.mip6.identifier": number;
    /** Flags */
    "icmpv6.mip6.flag": number;
    /** Managed address configuration */
    "icmpv6.mip6.flag.m": boolean;
    /** Other configuration */
    "icmpv6.mip6.flag.o": boolean;
    /** Reserved */
    "icmpv6.mip6.flag.rsv": number;
    /** Identifier */
    "icmpv6.send.identifier": number;
    /** Component */
    "icmpv6.send.component": number;
    /** All Components */
    "icmpv6.send.all_components": number;
    /** Query Interval */
    "icmpv6.mcast_ra.query_interval": number;
    /** Robustness Variable */
    "icmpv6.mcast_ra.robustness_variable": number;
    /** Status */
    "icmpv6.6lowpannd.da.status": number;
    /** Reserved */
    "icmpv6.6lowpannd.da.rsv": number;
    /** Lifetime */
    "icmpv6.6lowpannd.da.lifetime": number;
    /** EUI-64 */
    "icmpv6.6lowpannd.da.eui64": string;
    /** Registered Address */
    "icmpv6.6lowpannd.da.reg_addr": string;
    /** Qtype */
    "icmpv6.ni.qtype": number;
    /** Flags */
    "icmpv6.ni.flag": number;
    /** Reserved */
    "icmpv6.ni.flag.rsv": number;
    /** Global-scope addresses */
    "icmpv6.ni.flag.g": boolean;
    /** Site-local addresses */
    "icmpv6.ni.flag.s": boolean;
    /** Link-local addresses */
    "icmpv6.ni.flag.l": boolean;
    /** Compression */
    "icmpv6.ni.flag.c": boolean;
    /** Unicast Addresses */
    "icmpv6.ni.flag.a": boolean;
    /** Truncated */
    "icmpv6.ni.flag.t": boolean;
    /** Nonce */
    "icmpv6.ni.nonce": number | bigint;
    /** Checksum Status */
    "icmpv6.checksum.status": number;
    /** Bad checksum */
    "icmpv6.checksum_bad": true;
    /** Response To */
    "icmpv6.resp_to": number;
    /** Response Time (ms) */
    "icmpv6.resptime": number;
    /** Data */
    "icmpv6.data": Uint8Array[];
    /** Home Agent Address */
    "icmpv6.mip6.home_agent_address": string[];
    /** Undecoded type */
    "icmpv6.undecoded.type": true;
    /** Maximum Response Delay [ms] */
    "icmpv6.mld.maximum_response_delay": number;
    /** Multicast Address */
    "icmpv6.mld.multicast_address": string;
    /** Maximum Response Code */
    "icmpv6.mld.maximum_response_code": number;
    /** Flags */
    "icmpv6.mld.flag": number;
    /** Reserved */
    "icmpv6.mld.flag.reserved": number;
    /** Suppress Router-Side Processing */
    "icmpv6.mld.flag.s": boolean;
    /** QRV (Querier's Robustness Variable) */
    "icmpv6.mld.flag.qrv": number;
    /** QQIC (Querier's Query Interval Code) */
    "icmpv6.mld.qqi": number;
    /** Number of Sources */
    "icmpv6.mld.nb_sources": number;
    /** Number of Multicast Address Records */
    "icmpv6.mldr.nb_mcast_records": number;
    /** Record Type */
    "icmpv6.mldr.mar.record_type": number[];
    /** Aux Data Len */
    "icmpv6.mldr.mar.aux_data_len": number[];
    /** Number of Sources */
    "icmpv6.mldr.mar.nb_sources": number[];
    /** Multicast Address */
    "icmpv6.mldr.mar.multicast_address": string[];
    /** Source Address */
    "icmpv6.mld.source_address": string[];
    /** Multicast Address Record */
    "icmpv6.mldr.mar": true[];
    /** Source Address */
    "icmpv6.mldr.mar.source_address": string[];
    /** Auxiliary Data */
    "icmpv6.mldr.mar.auxiliary_data": Uint8Array[];
    /** Type */
    "icmpv6.opt.type": number[];
    /** Length */
    "icmpv6.opt.length": number[];
    /** ICMPv6 Option */
    "icmpv6.opt": true[];
    /** Source Link-layer address */
    "icmpv6.opt.src_linkaddr": string[];
    /** icmpv6.opt.src_linkaddr or icmpv6.opt.target_linkaddr */
    "icmpv6.opt.linkaddr": string[];
    /** Target Link-layer address */
    "icmpv6.opt.target_linkaddr": string[];
    /** Source Link-layer address */
    "icmpv6.opt.src_linkaddr_eui64": string[];
    /** icmpv6.opt.src_linkaddr_eui64 or icmpv6.opt.target_linkaddr_eui64 */
    "icmpv6.opt.linkaddr_eui64": string[];
    /** Target Link-layer address */
    "icmpv6.opt.target_linkaddr_eui64": string[];
    /** Padding */
    "icmpv6.opt.padding": true[];
    /** Redirected Packet */
    "icmpv6.opt.redirected_packet": true[];
    /** IPv6 Address */
    "icmpv6.opt.ipv6_address": string[];
    /** CGA */
    "icmpv6.opt.cga": Uint8Array[];
    /** Digital Signature and Padding */
    "icmpv6.opt.digital_signature_padding": true[];
    /** Timestamp */
    "icmpv6.opt.timestamp": Time[];
    /** Nonce */
    "icmpv6.opt.nonce": Uint8Array[];
    /** DER Encoded X.501 Name */
    "icmpv6.opt.name_x501": Uint8Array[];
    /** Certificate and Padding */
    "icmpv6.opt.certificate_padding": true[];
    /** Link-Layer Address */
    "icmpv6.opt.lla.bytes": Uint8Array[];
    /** Prefix */
    "icmpv6.opt.prefix": string[];
    /** Recursive DNS Servers */
    "icmpv6.opt.rdnss": string[];
    /** Domain Names */
    "icmpv6.opt.dnssl": string[];
    /** Context Prefix */
    "icmpv6.opt.6co.context_prefix": string[];
    /** Captive Portal */
    "icmpv6.opt.captive_portal": string[];
    /** Prefix */
    "icmpv6.opt.pref64.prefix": string[];
    /** Undecoded option */
    "icmpv6.undecoded.option": true[];
    /** Invalid Option Length */
    "icmpv6.invalid_option_length": true[];
    /** Prefix Length */
    "icmpv6.opt.prefix.length": number[];
    /** Flag */
    "icmpv6.opt.prefix.flag": number[];
    /** On-link flag(L) */
    "icmpv6.opt.prefix.flag.l": boolean[];
    /** Autonomous address-configuration flag(A) */
    "icmpv6.opt.prefix.flag.a": boolean[];
    /** Router address flag(R) */
    "icmpv6.opt.prefix.flag.r": boolean[];
    /** Reserved */
    "icmpv6.opt.prefix.flag.reserved": number[];
    /** Valid Lifetime */
    "icmpv6.opt.prefix.valid_lifetime": number[];
    /** Preferred Lifetime */
    "icmpv6.opt.prefix.preferred_lifetime": number[];
    /** Reserved */
    "icmpv6.opt.reserved": true[];
    /** MTU */
    "icmpv6.opt.mtu": number[];
    /** Shortcut Limit */
    "icmpv6.opt.nbma.shortcut_limit": number[];
    /** Advertisement Interval */
    "icmpv6.opt.advertisement_interval": number[];
    /** Home Agent Preference */
    "icmpv6.opt.home_agent_preference": number[];
    /** Home Agent Lifetime */
    "icmpv6.opt.home_agent_lifetime": number[];
    /** Pad Length */
    "icmpv6.opt.cga.pad_length": number[];
    /** Key Hash */
    "icmpv6.opt.rsa.key_hash": Uint8Array[];
    /** Name Type */
    "icmpv6.opt.name_type": number[];
    /** Option-code */
    "icmpv6.opt.ipa.option_code": number[];
    /** Prefix Length */
    "icmpv6.opt.ipa.prefix_len": number[];
    /** IPv6 Address */
    "icmpv6.opt.ipa.ipv6_address": string[];
    /** Option-code */
    "icmpv6.opt.nrpi.option_code": number[];
    /** Prefix Length */
    "icmpv6.opt.nrpi.prefix_len": number[];
    /** Prefix */
    "icmpv6.opt.nrpi.prefix": string[];
    /** Option-code */
    "icmpv6.opt.lla.option_code": number[];
    /** Option-Code */
    "icmpv6.opt.naack.option_code": number[];
    /** Status */
    "icmpv6.opt.naack.status": number[];
    /** Distance */
    "icmpv6.opt.map.distance": number[];
    /** Preference */
    "icmpv6.opt.map.preference": number[];
    /** Flag */
    "icmpv6.opt.map.flag": number[];
    /** RCoA Flag */
    "icmpv6.opt.map.flag.r": boolean[];
    /** Reserved */
    "icmpv6.opt.map.flag.reserved": number[];
    /** Valid Lifetime */
    "icmpv6.opt.map.valid_lifetime": number[];
    /** Global Address */
    "icmpv6.opt.map.global_address": string[];
    /** Flag */
    "icmpv6.opt.route_info.flag": number[];
    /** Route Preference */
    "icmpv6.opt.route_info.flag.route_preference": number[];
    /** Reserved */
    "icmpv6.opt.route_info.flag.reserved": number[];
    /** Route Lifetime */
    "icmpv6.opt.route_lifetime": number[];
    /** Lifetime */
    "icmpv6.opt.rdnss.lifetime": number[];
    /** Flags Expansion Option */
    "icmpv6.opt.efo": number[];
    /** Managed address configuration */
    "icmpv6.opt.efo.m": boolean[];
    /** Other configuration */
    "icmpv6.opt.efo.o": boolean[];
    /** Home Agent */
    "icmpv6.opt.efo.h": boolean[];
    /** Prf (Default Router Preference) */
    "icmpv6.opt.efo.prf": number[];
    /** Proxy */
    "icmpv6.opt.efo.p": boolean[];
    /** Reserved */
    "icmpv6.opt.efo.rsv": number[];
    /** Lifetime */
    "icmpv6.opt.dnssl.lifetime": number[];
    /** Status */
    "icmpv6.opt.aro.status": number[];
    /** Registration Lifetime */
    "icmpv6.opt.aro.registration_lifetime": number[];
    /** EUI-64 */
    "icmpv6.opt.aro.eui64": string[];
    /** Context Length */
    "icmpv6.opt.6co.context_length": number[];
    /** Flag */
    "icmpv6.opt.6co.flag": number[];
    /** Reserved */
    "icmpv6.opt.6co.flag.reserved": number[];
    /** Compression Flag */
    "icmpv6.opt.6co.flag.c": boolean[];
    /** CID */
    "icmpv6.opt.6co.flag.cid": number[];
    /** Lifetime */
    "icmpv6.opt.6co.valid_lifetime": number[];
    /** Version Low */
    "icmpv6.opt.abro.version_low": number[];
    /** Version */
    "icmpv6.opt.abro.version_high": number[];
    /** Valid Lifetime */
    "icmpv6.opt.abro.valid_lifetime": number[];
    /** 6LBR Address */
    "icmpv6.opt.abro.6lbr_address": string[];
    /** Unassigned */
    "icmpv6.opt.6cio.unassigned1": number[];
    /** G */
    "icmpv6.opt.6cio.flag_g": number[];
    /** Unassigned */
    "icmpv6.opt.6cio.unassigned2": number[];
    /** Scaled Lifetime */
    "icmpv6.opt.pref64.scaled_lifetime": number[];
    /** PLC (Prefix Length Code) */
    "icmpv6.opt.pref64.plc": number[];
    /** IGMP Version */
    "igmp.version": number;
    /** Type */
    "igmp.type": number;
    /** Reserved */
    "igmp.reserved": Uint8Array[];
    /** Checksum */
    "igmp.checksum": number;
    /** Multicast Address */
    "igmp.maddr": string[];
    /** Max Resp Time */
    "igmp.max_resp": number;
    /** Exponent */
    "igmp.max_resp.exp": number;
    /** Mantissa */
    "igmp.max_resp.mant": number;
    /** Reserved */
    "igmp.resv": number;
    /** S */
    "igmp.s": boolean;
    /** QRV */
    "igmp.qrv": number;
    /** QQIC */
    "igmp.qqic": number;
    /** Num Src */
    "igmp.num_src": number[];
    /** Num Group Records */
    "igmp.num_grp_recs": number;
    /** Record Type */
    "igmp.record_type": number[];
    /** Aux Data Len */
    "igmp.aux_data_len": number[];
    /** Source Address */
    "igmp.saddr": string[];
    /** Aux Data */
    "igmp.aux_data": Uint8Array[];
    /** Data */
    "igmp.data": Uint8Array;
    /** Checksum Status */
    "igmp.checksum.status": number;
    /** Bad checksum */
    "igmp.bad_checksum": true;
    /** ESP SPI */
    "esp.spi": number;
    /** ESP Sequence */
    "esp.sequence": number;
    /** ESP Encrypted Data */
    "esp.encrypted_data": Uint8Array;
    /** Expected SN */
    "esp.sequence-analysis.expected-sn": number;
    /** Previous Frame */
    "esp.sequence-analysis.previous-frame": number;
    /** Wrong Sequence Number */
    "esp.sequence-analysis.wrong-sequence-number": true;
    /** Next header */
    "ah.next_header": number;
    /** Length */
    "ah.length": number;
    /** Reserved */
    "ah.reserved": Uint8Array;
    /** AH SPI */
    "ah.spi": number;
    /** AH Sequence */
    "ah.sequence": number;
    /** AH ICV */
    "ah.icv": Uint8Array;
    /** VRRP message version and type */
    "vrrp.typever": number;
    /** VRRP protocol version */
    "vrrp.version": number;
    /** VRRP packet type */
    "vrrp.type": number;
    /** Virtual Rtr ID */
    "vrrp.virt_rtr_id": number;
    /** Priority */
    "vrrp.prio": number;
    /** Addr Count */
    "vrrp.addr_count": number;
    /** Reserved */
    "vrrp.reserved_mbz": number;
    /** Adver Int */
    "vrrp.short_adver_int": number;
    /** Checksum */
    "vrrp.checksum": number;
    /** Auth Type */
    "vrrp.auth_type": number;
    /** Adver Int */
    "vrrp.adver_int": number;
    /** Checksum Status */
    "vrrp.checksum.status": number;
    /** IP Address */
    "vrrp.ip_addr": string[];
    /** IPv6 Address */
    "vrrp.ipv6_addr": string[];
    /** Authentication String */
    "vrrp.auth_string": string;
    /** MD5 Authentication Data */
    "vrrp.md5_auth_data": Uint8Array;
    /** Version */
    "pim.version": number;
    /** Type */
    "pim.type": number;
    /** Reserved byte(s) */
    "pim.res_bytes": Uint8Array[];
    /** Checksum */
    "pim.cksum": number;
    /** Checksum Status */
    "pim.cksum.status": number;
    /** PIM Options */
    "pim.option": true;
    /** Unknown */
    "pim.optionvalue": Uint8Array[];
    /** Address Family */
    "pim.addr_address_family": number[];
    /** Encoding Type */
    "pim.addr_encoding_type": number[];
    /** Upstream-neighbor */
    "pim.upstream_neighbor": string;
    /** Upstream-neighbor */
    "pim.upstream_neighbor_ip6": string;
    /** Num Groups */
    "pim.numgroups": number;
    /** Holdtime */
    "pim.holdtime": number[];
    /** Type */
    "pim.optiontype": number[];
    /** Length */
    "pim.optionlength": number[];
    /** T */
    "pim.t": boolean;
    /** Propagation Delay */
    "pim.propagation_delay": number;
    /** Override Interval */
    "pim.override_interval": number;
    /** DR Priority */
    "pim.dr_priority": number;
    /** Generation ID */
    "pim.generation_id": number;
    /** Version */
    "ospf.version": number;
    /** Message Type */
    "ospf.msg": number;
    /** Packet Length */
    "ospf.packet_length": number;
    /** Source OSPF Router */
    "ospf.srcrouter": string;
    /** Area ID */
    "ospf.area_id": string;
    /** Checksum */
    "ospf.checksum": number;
    /** Reserved */
    "ospf.reserved": Uint8Array;
    /** Auth Crypt Key id */
    "ospf.auth.crypt.key_id": number;
    /** Auth Crypt Data Length */
    "ospf.auth.crypt.data_length": number;
    /** Auth Crypt Sequence Number */
    "ospf.auth.crypt.seq_nbr": number;
    /** OSPF Header */
    "ospf.header": true;
    /** Auth Type */
    "ospf.auth.type": number;
    /** Auth Data (none) */
    "ospf.auth.none": Uint8Array;
    /** Auth Unknown */
    "ospf.auth.unknown": Uint8Array;
    /** Auth Crypt Data */
    "ospf.auth.crypt.data": Uint8Array;
    /** Instance ID */
    "ospf.instance_id": number;
    /** OSPF Hello Packet */
    "ospf.hello": true;
    /** Database Description */
    "ospf.msg.dbdesc": boolean;
    /** Link State Adv Request */
    "ospf.msg.lsreq": boolean;
    /** Link State Adv Update */
    "ospf.msg.lsupdate": boolean;
    /** Link State Adv Acknowledgement */
    "ospf.msg.lsack": boolean;
    /** Source Port */
    "udp.srcport": number;
    /** udp.srcport or udp.dstport */
    "udp.port": number[];
    /** Destination Port */
    "udp.dstport": number;
    /** Length (bytes) */
    "udp.length": number;
    /** Checksum */
    "udp.checksum": number;
    /** Checksum Status */
    "udp.checksum.status": number;
    /** Stream index */
    "udp.stream": number;
    /** Time since first frame */
    "udp.time_relative": Time;
    /** Time since previous frame */
    "udp.time_delta": Time;
    /** Payload */
    "udp.payload": Uint8Array;
    /** Bad length value */
    "udp.length.bad": true;
    /** Length is zero but payload < 65536 */
    "udp.length.bad_zero": true;
    /** Illegal checksum value (0) */
    "udp.checksum.zero": true;
    /** Possible traceroute */
    "udp.possible_traceroute": true;
    /** Calculated Checksum */
    "udp.checksum_calculated": number;
    /** Bad checksum */
    "udp.checksum.bad": true;
    /** Source Port */
    "tcp.srcport": number;
    /** tcp.srcport or tcp.dstport */
    "tcp.port": number[];
    /** Destination Port */
    "tcp.dstport": number;
    /** Sequence Number (raw) */
    "tcp.seq_raw": number;
    /** Acknowledgment Number (raw) */
    "tcp.ack_raw": number;
    /** Header Length (bytes) */
    "tcp.hdr_len": number;
    /** Flags */
    "tcp.flags": number;
    /** Reserved */
    "tcp.flags.res": boolean;
    /** Accurate ECN */
    "tcp.flags.ae": boolean;
    /** Congestion Window Reduced */
    "tcp.flags.cwr": boolean;
    /** ECN-Echo */
    "tcp.flags.ece": boolean;
    /** Urgent */
    "tcp.flags.urg": boolean;
    /** Acknowledgment */
    "tcp.flags.ack": boolean;
    /** Push */
    "tcp.flags.push": boolean;
    /** Reset */
    "tcp.flags.reset": boolean;
    /** Syn */
    "tcp.flags.syn": boolean;
    /** Fin */
    "tcp.flags.fin": boolean;
    /** TCP Flags */
    "tcp.flags.str": string;
    /** Window */
    "tcp.window_size_value": number;
    /** Checksum */
    "tcp.checksum": number;
    /** Checksum Status */
    "tcp.checksum.status": number;
    /** Urgent Pointer */
    "tcp.urgent_pointer": number;
    /** Sequence Number */
    "tcp.seq": number;
    /** Bogus TCP header length */
    "tcp.bogus_header_length": true;
    /** Stream index */
    "tcp.stream": number;
    /** TCP Segment Len */
    "tcp.len": number;
    /** Next Sequence Number */
    "tcp.nxtseq": number;
    /** Acknowledgment Number */
    "tcp.ack": number;
    /** Calculated window size */
    "tcp.window_size": number;
    /** Window size scaling factor */
    "tcp.window_size_scalefactor": number;
    /** Conversation completeness */
    "tcp.completeness": number;
    /** Time since first frame in this TCP stream */
    "tcp.time_relative": Time;
    /** Time since previous frame in this TCP stream */
    "tcp.time_delta": Time;
    /** SEQ/ACK analysis */
    "tcp.analysis": true;
    /** This is an ACK to the segment in frame */
    "tcp.analysis.acks_frame": number;
    /** The RTT to ACK the segment was */
    "tcp.analysis.ack_rtt": Time;
    /** iRTT */
    "tcp.analysis.initial_rtt": Time;
    /** Bytes in flight */
    "tcp.analysis.bytes_in_flight": number;
    /** Bytes sent since last PSH flag */
    "tcp.analysis.push_bytes_sent": number;
    /** Connection establish request (SYN) */
    "tcp.connection.syn": true;
    /** Connection establish acknowledge (SYN+ACK) */
    "tcp.connection.synack": true;
    /** Connection finish (FIN) */
    "tcp.connection.fin": true;
    /** This frame initiates the connection closing */
    "tcp.connection.fin_active": true;
    /** This frame undergoes the connection closing */
    "tcp.connection.fin_passive": true;
    /** Connection reset (RST) */
    "tcp.connection.rst": true;
    /** The acknowledgment number field is nonzero while the ACK flag is not set */
    "tcp.ack.nonzero": true;
    /** The urgent pointer field is nonzero while the URG flag is not set */
    "tcp.urgent_pointer.non_zero": true;
    /** TCP SYN with TFO Cookie */
    "tcp.analysis.tfo_syn": true;
    /** TCP SYN-ACK accepting TFO data */
    "tcp.analysis.tfo_ack": true;
    /** The segment ends before its header does */
    "tcp.short_segment": true;
    /** The SYN packet does not contain a MSS option */
    "tcp.options.mss.absent": true;
    /** TCP Analysis Flags */
    "tcp.analysis.flags": true;
    /** This frame is a (suspected) retransmission */
    "tcp.analysis.retransmission": true;
    /** This frame is a (suspected) fast retransmission */
    "tcp.analysis.fast_retransmission": true;
    /** This frame is a (suspected) spurious retransmission */
    "tcp.analysis.spurious_retransmission": true;
    /** This frame is a (suspected) out-of-order segment */
    "tcp.analysis.out_of_order": true;
    /** A new tcp session is started with the same ports as an earlier session in this trace */
    "tcp.analysis.reused_ports": true;
    /** Previous segment(s) not captured (common at capture start) */
    "tcp.analysis.lost_segment": true;
    /** ACKed segment that wasn't captured (common at capture start) */
    "tcp.analysis.ack_lost_segment": true;
    /** TCP window update */
    "tcp.analysis.window_update": true;
    /** TCP window specified by the receiver is now completely full */
    "tcp.analysis.window_full": true;
    /** TCP keep-alive segment */
    "tcp.analysis.keep_alive": true;
    /** ACK to a TCP keep-alive segment */
    "tcp.analysis.keep_alive_ack": true;
    /** TCP Zero Window Probe */
    "tcp.analysis.zero_window_probe": true;
    /** TCP Zero Window segment */
    "tcp.analysis.zero_window": true;
    /** ACK to a TCP Zero Window Probe */
    "tcp.analysis.zero_window_probe_ack": true;
    /** Duplicate ACK */
    "tcp.analysis.duplicate_ack": true[];
    /** Duplicate ACK # */
    "tcp.analysis.duplicate_ack_num": number;
    /** Duplicate to the ACK in frame */
    "tcp.analysis.duplicate_ack_frame": number;
    /** The RTO for this segment was */
    "tcp.analysis.rto": Time;
    /** RTO based on delta from frame */
    "tcp.analysis.rto_frame": number;
    /** TCP payload */
    "tcp.payload": Uint8Array;
    /** Reset cause */
    "tcp.reset_cause": string;
    /** TCP segment data */
    "tcp.segment_data": Uint8Array[];
    /** Reassembled TCP Segments */
    "tcp.segments": true[];
    /** TCP Segment */
    "tcp.segment": number[];
    /** Segment overlap */
    "tcp.segment.overlap": boolean[];
    /** Conflicting data in segment overlap */
    "tcp.segment.overlap.conflict": boolean[];
    /** Reassembling error */
    "tcp.segment.error": number[];
    /** Segment count */
    "tcp.segment.count": number[];
    /** PDU Size */
    "tcp.pdu.size": number[];
    /** Reassembled TCP length */
    "tcp.reassembled.length": number[];
    /** Reassembled TCP Data */
    "tcp.reassembled.data": Uint8Array[];
    /** Calculated Checksum */
    "tcp.checksum_calculated": number;
    /** Bad checksum */
    "tcp.checksum_bad.expert": true;
    /** Options */
    "tcp.options": Uint8Array;
    /** SACK */
    "tcp.options.sack": Uint8Array[];
    /** TCP SACK Count */
    "tcp.options.sack.count": number[];
    /** MD5 digest */
    "tcp.options.md5.digest": Uint8Array[];
    /** Fast Open Cookie */
    "tcp.options.tfo.cookie": Uint8Array[];
    /** Fast Open Cookie Request */
    "tcp.options.tfo.request": true[];
    /** Experiment Identifier */
    "tcp.options.experimental.exid": number[];
    /** 4 NOP in a row - a router may have removed some options */
    "tcp.nop": true;
    /** Invalid length for option */
    "tcp.option.len.invalid": true[];
    /** Non zero bytes in option space after EOL option */
    "tcp.non_zero_bytes_after_eol": true;
    /** Payload */
    "tcp.options.unknown.payload": Uint8Array[];
    /** Kind */
    "tcp.option_kind": number[];
    /** No-Operation */
    "tcp.options.nop": Uint8Array[];
    /** End of Option List */
    "tcp.options.eol": Uint8Array[];
    /** Length */
    "tcp.option_len": number[];
    /** Maximum segment size */
    "tcp.options.mss": Uint8Array[];
    /** MSS Value */
    "tcp.options.mss_val": number[];
    /** Window scale */
    "tcp.options.wscale": Uint8Array[];
    /** Shift count */
    "tcp.options.wscale.shift": number[];
    /** Multiplier */
    "tcp.options.wscale.multiplier": number[];
    /** SACK permitted */
    "tcp.options.sack_perm": Uint8Array[];
    /** Timestamps */
    "tcp.options.timestamp": Uint8Array[];
    /** Timestamp value */
    "tcp.options.timestamp.tsval": number[];
    /** Timestamp echo reply */
    "tcp.options.timestamp.tsecr": number[];
    /** left edge */
    "tcp.options.sack_le": number[];
    /** right edge */
    "tcp.options.sack_re": number[];
    /** D-SACK Left Edge */
    "tcp.options.sack.dsack_le": number[];
    /** D-SACK Right Edge */
    "tcp.options.sack.dsack_re": number[];
    /** D-SACK Sequence */
    "tcp.options.sack.dsack": true[];
    /** Flags and Version */
    "gre.flags_and_version": number;
    /** Checksum Bit */
    "gre.flags.checksum": boolean;
    /** Routing Bit */
    "gre.flags.routing": boolean;
    /** Key Bit */
    "gre.flags.key": boolean;
    /** Sequence Number Bit */
    "gre.flags.sequence_number": boolean;
    /** Strict Source Route Bit */
    "gre.flags.strict_source_route": boolean;
    /** Recursion control */
    "gre.flags.recursion_control": number;
    /** Flags (Reserved) */
    "gre.flags.reserved": number;
    /** Version */
    "gre.flags.version": number;
    /** Protocol Type */
    "gre.proto": number;
    /** Acknowledgment */
    "gre.flags.ack": boolean;
    /** Checksum */
    "gre.checksum": number;
    /** Checksum Status */
    "gre.checksum.status": number;
    /** Incorrect GRE Checksum */
    "gre.checksum.incorrect": true;
    /** Offset */
    "gre.offset": number;
    /** Key */
    "gre.key": number;
    /** Payload Length */
    "gre.key.payload_length": number;
    /** Call ID */
    "gre.key.call_id": number;
    /** Sequence Number */
    "gre.sequence_number": number;
    /** Acknowledgment Number */
    "gre.ack_number": number;
    /** Routing */
    "gre.routing": true[];
    /** Routing Information */
    "gre.routing.information": Uint8Array[];
    /** Address Family */
    "gre.routing.address_family": number[];
    /** SRE Offset */
    "gre.routing.sre_offset": number[];
    /** SRE Length */
    "gre.routing.src_length": number[];
    /** Version */
    "erspan.version": number;
    /** VLAN */
    "erspan.vlan": number;
    /** Class of Service */
    "erspan.cos": number;
    /** Encapsulation */
    "erspan.encap": number;
    /** Truncated */
    "erspan.truncated": number;
    /** Session ID */
    "erspan.spanid": number;
    /** Reserved */
    "erspan.reserved": number;
    /** Index */
    "erspan.index": number;
    /** Bad/Short/Oversized */
    "erspan.bso": number;
    /** Timestamp */
    "erspan.timestamp": number;
    /** Security Group Tag */
    "erspan.sgt": number;
    /** Has Ethernet PDU */
    "erspan.p": number;
    /** Frame Type */
    "erspan.ft": number;
    /** Hardware ID */
    "erspan.hw": number;
    /** Egress */
    "erspan.direction": boolean;
    /** Timestamp granularity */
    "erspan.gra": number;
    /** Optional sub-header */
    "erspan.o": number;
    /** Platform ID */
    "erspan.platid": number;
    /** Reserved */
    "erspan.pid1.rsvd1": number;
    /** VSM Domain ID */
    "erspan.pid1.vsmid": number;
    /** Port ID/Index */
    "erspan.pid1.port_index": number;
    /** Reserved */
    "erspan.pid3.rsvd1": number;
    /** Port ID/Index */
    "erspan.pid3.port_index": number;
    /** Upper 32 bits of the timestamp */
    "erspan.pid3.timestamp": number;
    /** Reserved */
    "erspan.pid4.rsvd1": number;
    /** Reserved */
    "erspan.pid4.rsvd2": number;
    /** Reserved */
    "erspan.pid4.rsvd3": number;
    /** Switch ID */
    "erspan.pid5.switchid": number;
    /** Port ID/Index */
    "erspan.pid5.port_index": number;
    /** Timestamp in seconds */
    "erspan.pid5.timestamp": number;
    /** Reserved */
    "erspan.pid7.rsvd1": number;
    /** Source Index */
    "erspan.pid7.source_index": number;
    /** Upper 32 bits of the timestamp */
    "erspan.pid7.timestamp": number;
    /** Reserved */
    "erspan.pid.rsvd": number;
    /** Unknown version */
    "erspan.version.unknown": true;
    /** Flags */
    "vxlan.flags": number;
    /** GBP Extension */
    "vxlan.flag_g": boolean;
    /** VXLAN Network ID (VNI) */
    "vxlan.flag_i": boolean;
    /** Don't Learn */
    "vxlan.flag_d": boolean;
    /** Policy Applied */
    "vxlan.flag_a": boolean;
    /** Reserved(R) */
    "vxlan.flags_reserved": number;
    /** Group Policy ID */
    "vxlan.gbp": number;
    /** VXLAN Network Identifier (VNI) */
    "vxlan.vni": number;
    /** Reserved */
    "vxlan.reserved8": number;
    /** Version */
    "vxlan.ver": number;
    /** Instance */
    "vxlan.i_bit": number;
    /** Next Protocol Bit */
    "vxlan.p_bit": number;
    /** OAM bit */
    "vxlan.o_bit": number;
    /** Reserved */
    "vxlan.reserved_16": number;
    /** Next Protocol */
    "vxlan.next_proto": number;
    /** Version */
    "geneve.version": number;
    /** Length (bytes) */
    "geneve.option.length": number[];
    /** Flags */
    "geneve.flags": number;
    /** Operations, Administration and Management Frame */
    "geneve.flags.oam": boolean;
    /** Critical Options Present */
    "geneve.flags.critical": boolean;
    /** Reserved */
    "geneve.flags.reserved": boolean;
    /** Protocol Type */
    "geneve.proto_type": number;
    /** Virtual Network Identifier (VNI) */
    "geneve.vni": number;
    /** Reserved */
    "geneve.reserved": number;
    /** Geneve Options */
    "geneve.options": Uint8Array;
    /** Option */
    "geneve.option": Uint8Array[];
    /** Unknown Option Data */
    "geneve.option.unknown.data": Uint8Array[];
    /** Invalid length for option */
    "geneve.option.length.invalid": true[];
    /** Unknown version */
    "geneve.version.unknown": true;
    /** Class */
    "geneve.option.class": number[];
    /** Type */
    "geneve.option.type": number[];
    /** Critical Option */
    "geneve.option.type.critical": boolean[];
    /** Flags */
    "geneve.option.flags": number[];
    /** Reserved */
    "geneve.option.flags.reserved": boolean[];
    /** GCP Virtual Network ID */
    "geneve.option.gcp.vnid": number[];
    /** GCP Reserved bits */
    "geneve.option.gcp.reserved": boolean[];
    /** GCP Traffic Direction */
    "geneve.option.gcp.direction": boolean[];
    /** GCP Endpoint ID */
    "geneve.option.gcp.endpoint": Uint8Array[];
    /** GCP Profile ID */
    "geneve.option.gcp.profile": (number | bigint)[];
    /** MPLS Label */
    "mpls.label": number[];
    /** MPLS Experimental Bits */
    "mpls.exp": number[];
    /** MPLS Bottom Of Label Stack */
    "mpls.bottom": number[];
    /** MPLS TTL */
    "mpls.ttl": number[];
    /** Reserved */
    "pweth.cw.reserved": number;
    /** PW sequence number (ethernet) */
    "pweth.cw.sequence_number": number;
    /** First nibble */
    "pwach.first": number;
    /** Channel Version */
    "pwach.ver": number;
    /** Reserved */
    "pwach.res": number;
    /** Channel Type */
    "pwach.channel_type": number;
    /** Error: this byte is reserved and must be 0 */
    "pwach.res.not_zero": true;
    /** Version */
    "pppoe.version": number;
    /** Type */
    "pppoe.type": number;
    /** Code */
    "pppoe.code": number;
    /** Session ID */
    "pppoe.session_id": number;
    /** Payload Length (bytes) */
    "pppoe.payload_length": number;
    /** PPPoE Tags */
    "pppoed.tags": true;
    /** Tag */
    "pppoed.tag": number[];
    /** Tag Length */
    "pppoed.tag_length": number[];
    /** Unknown Data */
    "pppoed.tag.unknown_data": Uint8Array[];
    /** Service-Name */
    "pppoed.tags.service_name": string[];
    /** AC-Name */
    "pppoed.tags.ac_name": string[];
    /** Host-Uniq */
    "pppoed.tags.host_uniq": Uint8Array[];
    /** AC-Cookie */
    "pppoed.tags.ac_cookie": Uint8Array[];
    /** Vendor id */
    "pppoed.tags.vendor_id": number[];
    /** Vendor unspecified */
    "pppoed.tags.vendor_unspecified": Uint8Array[];
    /** Relay-Session-Id */
    "pppoed.tags.relay_session_id": Uint8Array[];
    /** HURL */
    "pppoed.tags.hurl": Uint8Array[];
    /** MOTM */
    "pppoed.tags.motm": Uint8Array[];
    /** PPP-Max-Payload */
    "pppoed.tags.max_payload": Uint8Array[];
    /** IP Route Add */
    "pppoed.tags.ip_route_add": Uint8Array[];
    /** Service-Name-Error */
    "pppoed.tags.service_name_error": string[];
    /** AC-System-Error */
    "pppoed.tags.ac_system_error": string[];
    /** Generic-Error */
    "pppoed.tags.generic_error": string[];
    /** Address */
    "ppp.address": number;
    /** Control */
    "ppp.control": number;
    /** Direction */
    "ppp.direction": number;
    /** Protocol */
    "ppp.protocol": number;
    /** Code */
    "ppp.code": number;
    /** Identifier */
    "ppp.identifier": number;
    /** Length */
    "ppp.length": number;
    /** Magic Number */
    "ppp.magic_number": number;
    /** OUI */
    "ppp.oui": number;
    /** Kind */
    "ppp.kind": number;
    /** Data */
    "ppp.data": Uint8Array;
    /** Invalid length for option */
    "ppp.opt.len.invalid": true[];
    /** Type */
    "lcp.opt.type": number[];
    /** Length */
    "lcp.opt.length": number[];
    /** Maximum Receive Unit */
    "lcp.opt.mru": number[];
    /** Async Control Character Map */
    "lcp.opt.asyncmap": number[];
    /** Authentication Protocol */
    "lcp.opt.auth_protocol": number[];
    /** Algorithm */
    "lcp.opt.algorithm": number[];
    /** Quality Protocol */
    "lcp.opt.quality_protocol": number[];
    /** Magic Number */
    "lcp.opt.magic_number": number[];
    /** Operation */
    "lcp.opt.operation": number[];
    /** MRRU */
    "lcp.opt.mrru": number[];
    /** Class */
    "lcp.opt.ep_disc_class": number[];
    /** IP Address */
    "lcp.opt.ip_address": string[];
    /** IEEE 802.1 Address */
    "lcp.opt.802_1_address": string[];
    /** Link Discriminator */
    "lcp.opt.link_discrim": number[];
    /** Data */
    "lcp.opt.data": Uint8Array[];
    /** Magic Number */
    "lcp.magic_number": number;
    /** Data */
    "lcp.data": Uint8Array;
    /** Message */
    "lcp.message": string;
    /** Seconds Remaining (seconds) */
    "lcp.secs_remaining": number;
    /** Rejected Protocol */
    "lcp.rej_proto": number;
    /** Type */
    "ipcp.opt.type": number[];
    /** Length */
    "ipcp.opt.length": number[];
    /** Source IP Address */
    "ipcp.opt.src_address": string[];
    /** Destination IP Address */
    "ipcp.opt.dst_address": string[];
    /** IP Compression Protocol */
    "ipcp.opt.compress_proto": number[];
    /** Max Slot ID */
    "ipcp.opt.max_slot_id": number[];
    /** Comp Slot ID */
    "ipcp.opt.comp_slot_id": boolean[];
    /** IP Address */
    "ipcp.opt.ip_address": string[];
    /** Mobile Node's Home Address */
    "ipcp.opt.mobilenodehomeaddress": string[];
    /** Primary DNS Address */
    "ipcp.opt.pri_dns_address": string[];
    /** Primary NBNS Address */
    "ipcp.opt.pri_nbns_address": string[];
    /** Secondary DNS Address */
    "ipcp.opt.sec_dns_address": string[];
    /** Secondary NBNS Address */
    "ipcp.opt.sec_nbns_address": string[];
    /** Type */
    "ipv6cp.opt.type": number[];
    /** Length */
    "ipv6cp.opt.length": number[];
    /** Interface Identifier */
    "ipv6cp.interface_identifier": Uint8Array[];
    /** Type */
    "ccp.opt.type": number[];
    /** Length */
    "ccp.opt.length": number[];
    /** Code */
    "pap.code": number;
    /** Identifier */
    "pap.identifier": number;
    /** Length */
    "pap.length": number;
    /** Data */
    "pap.data": true;
    /** Peer-ID-Length */
    "pap.peer_id.length": number;
    /** Peer-ID */
    "pap.peer_id": string;
    /** Password-Length */
    "pap.password.length": number;
    /** Password */
    "pap.password": string;
    /** Message-Length */
    "pap.message.length": number;
    /** Message */
    "pap.message": string;
    /** Code */
    "chap.code": number;
    /** Identifier */
    "chap.identifier": number;
    /** Length */
    "chap.length": number;
    /** Data */
    "chap.data": true;
    /** Value Size */
    "chap.value_size": number;
    /** Value */
    "chap.value": Uint8Array;
    /** Name */
    "chap.name": string;
    /** Message */
    "chap.message": string;
    /** Version */
    "rtp.version": number;
    /** Padding */
    "rtp.padding": boolean;
    /** Extension */
    "rtp.ext": boolean;
    /** Contributing source identifiers count */
    "rtp.cc": number;
    /** Marker */
    "rtp.marker": boolean;
    /** Payload type */
    "rtp.p_type": number;
    /** Sequence number */
    "rtp.seq": number;
    /** Timestamp */
    "rtp.timestamp": number;
    /** Synchronization Source identifier */
    "rtp.ssrc": number;
    /** Defined by profile */
    "rtp.ext.profile": number;
    /** Extension length */
    "rtp.ext.len": number;
    /** Setup frame */
    "rtp.setup-frame": number;
    /** Setup Method */
    "rtp.setup-method": string;
    /** Extended sequence number */
    "rtp.extseq": number;
    /** Contributing Source identifiers */
    "rtp.csrc.items": true;
    /** CSRC item */
    "rtp.csrc.item": number[];
    /** Header extensions */
    "rtp.hdr_exts": true;
    /** Header extension */
    "rtp.hdr_ext": number[];
    /** Payload */
    "rtp.payload": Uint8Array;
    /** Padding data */
    "rtp.padding.data": Uint8Array;
    /** Padding count */
    "rtp.padding.count": number;
    /** Identifier */
    "rtp.ext.rfc5285.id": number[];
    /** Length */
    "rtp.ext.rfc5285.len": number[];
    /** Extension Data */
    "rtp.ext.rfc5285.data": Uint8Array[];
    /** Generated Call-ID */
    "sip.call_id_generated": string[];
    /** Event ID */
    "rtpevent.event_id": number;
    /** End of Event */
    "rtpevent.end_of_event": boolean;
    /** Reserved */
    "rtpevent.reserved": boolean;
    /** Volume */
    "rtpevent.volume": number;
    /** Event Duration */
    "rtpevent.duration": number;
    /** Message Type */
    "classicstun.type": number;
    /** Message Length */
    "classicstun.length": number;
    /** Message Transaction ID */
    "classicstun.id": Uint8Array;
    /** Attribute Type */
    "classicstun.att.type": number[];
    /** Attribute Length */
    "classicstun.att.length": number[];
    /** Protocol Family */
    "classicstun.att.family": number[];
    /** Port */
    "classicstun.att.port": number[];
    /** Port (XOR-d) */
    "classicstun.att.port-xord": number[];
    /** Reserved */
    "classicstun.att.reserved": Uint8Array[];
    /** Error Class */
    "classicstun.att.error.class": number[];
    /** Error Code */
    "classicstun.att.error": number[];
    /** Value */
    "classicstun.att.value": Uint8Array[];
    /** IP */
    "classicstun.att.ipv4": string[];
    /** IP */
    "classicstun.att.ipv6": string[];
    /** IP (XOR-d) */
    "classicstun.att.ipv4-xord": string[];
    /** IP (XOR-d) */
    "classicstun.att.ipv6-xord": string[];
    /** Change IP */
    "classicstun.att.change.ip": boolean[];
    /** Change Port */
    "classicstun.att.change.port": boolean[];
    /** Unknown Attribute */
    "classicstun.att.unknown": number[];
    /** Error Reason Phase */
    "classicstun.att.error.reason": string[];
    /** Server version */
    "classicstun.att.server": string[];
    /** Lifetime */
    "classicstun.att.lifetime": number[];
    /** Magic Cookie */
    "classicstun.att.magic.cookie": number[];
    /** Bandwidth */
    "classicstun.att.bandwidth": number[];
    /** Data */
    "classicstun.att.data": Uint8Array[];
    /** Attributes */
    "classicstun.att": true;
    /** Response In */
    "classicstun.response_in": number;
    /** Request In */
    "classicstun.response_to": number;
    /** Time */
    "classicstun.time": Time;
    /** Message Type */
    "stun.type": number;
    /** Message Class */
    "stun.type.class": number;
    /** Message Method */
    "stun.type.method": number;
    /** Message Method Assignment */
    "stun.type.method-assignment": number;
    /** Message Length */
    "stun.length": number;
    /** Message Cookie */
    "stun.cookie": Uint8Array;
    /** Message Transaction ID */
    "stun.id": Uint8Array;
    /** Channel Number */
    "stun.channel": number;
    /** Response In */
    "stun.response-in": number;
    /** Request In */
    "stun.response-to": number;
    /** Time */
    "stun.time": Time;
    /** Duplicated original message in */
    "stun.reqduplicate": number;
    /** STUN Network Version */
    "stun.network_version": number;
    /** Attribute Type */
    "stun.att.type": number[];
    /** Attribute Type Comprehension */
    "stun.att.type.comprehension": number[];
    /** Attribute Type Assignment */
    "stun.att.type.assignment": number[];
    /** Attribute Length */
    "stun.att.length": number[];
    /** Attribute unknown */
    "stun.unknown_attribute": true[];
    /** Reserved */
    "stun.att.reserved": Uint8Array[];
    /** Protocol Family */
    "stun.att.family": number[];
    /** Port */
    "stun.att.port": number[];
    /** Port (XOR-d) */
    "stun.att.port-xord": Uint8Array[];
    /** Error Class */
    "stun.att.error.class": number[];
    /** Error Code */
    "stun.att.error": number[];
    /** Channel-Number */
    "stun.att.channelnum": number[];
    /** Transport */
    "stun.att.transp": number[];
    /** Password Algorithm */
    "stun.att.pw_alg": number[];
    /** Password Algorithm Length */
    "stun.att.pw_alg_len": number[];
    /** Connection ID */
    "stun.att.ms.connection_id": Uint8Array[];
    /** Sequence Number */
    "stun.att.ms.sequence_number": number[];
    /** Stream Type */
    "stun.att.ms.stream_type": number[];
    /** Service Quality */
    "stun.att.ms.service_quality": number[];
    /** Google Network ID */
    "stun.att.google.network_id": number[];
    /** Google Network Cost */
    "stun.att.google.network_cost": number[];
    /** IP */
    "stun.att.ipv4": string[];
    /** IP */
    "stun.att.ipv6": string[];
    /** IP (XOR-d) */
    "stun.att.ipv4-xord": Uint8Array[];
    /** IP (XOR-d) */
    "stun.att.ipv6-xord": Uint8Array[];
    /** Username */
    "stun.att.username": string[];
    /** Password */
    "stun.att.password": Uint8Array[];
    /** Padding */
    "stun.att.padding": number[];
    /** HMAC-SHA1 */
    "stun.att.hmac": Uint8Array[];
    /** CRC-32 */
    "stun.att.crc32": number[];
    /** CRC-32 Status */
    "stun.att.crc32.status": number[];
    /** Error Reason Phrase */
    "stun.att.error.reason": string[];
    /** Realm */
    "stun.att.realm": string[];
    /** Nonce */
    "stun.att.nonce": string[];
    /** Unknown Attribute */
    "stun.att.unknown": number[];
    /** Unknown8006 */
    "stun.att.unknown8006": Uint8Array[];
    /** Software */
    "stun.att.software": string[];
    /** Priority */
    "stun.att.priority": number[];
    /** Tie breaker */
    "stun.att.tie-breaker": Uint8Array[];
    /** Lifetime */
    "stun.att.lifetime": number[];
    /** Change IP */
    "stun.att.change-ip": boolean[];
    /** Change Port */
    "stun.att.change-port": boolean[];
    /** Reserve next */
    "stun.att.even-port.reserve-next": number[];
    /** Cache timeout */
    "stun.att.cache-timeout": number[];
    /** Token */
    "stun.att.token": Uint8Array[];
    /** Magic Cookie */
    "stun.att.magic_cookie": number[];
    /** MS Version */
    "stun.att.ms.version": number[];
    /** MS ICE Version */
    "stun.att.ms.version.ice": number[];
    /** Foundation */
    "stun.att.ms.foundation": string[];
    /** ICMP type */
    "stun.att.icmp.type": number[];
    /** ICMP code */
    "stun.att.icmp.code": number[];
    /** SIP Call ID */
    "stun.att.sip_call_id": Uint8Array[];
    /** SIP Dialog ID */
    "stun.att.sip_dialog_id": Uint8Array[];
    /** Peer Location */
    "stun.att.lp.peer_location": number[];
    /** Self Location */
    "stun.att.lp.seft_location": number[];
    /** Federation */
    "stun.att.lp.federation": number[];
    /** Attributes */
    "stun.attributes": true;
    /** Attribute Type */
    "stun.attribute": number[];
    /** Value */
    "stun.value": Uint8Array[];
    /** Bandwidth */
    "stun.port.bandwidth": number[];
    /** Length */
    "dns.length": number;
    /** Transaction ID */
    "dns.id": number;
    /** Flags */
    "dns.flags": number;
    /** Response */
    "dns.flags.response": boolean;
    /** Opcode */
    "dns.flags.opcode": number;
    /** Truncated */
    "dns.flags.truncated": boolean;
    /** Recursion desired */
    "dns.flags.recdesired": boolean;
    /** Z */
    "dns.flags.z": boolean;
    /** AD bit */
    "dns.flags.authenticated": boolean;
    /** Non-authenticated data */
    "dns.flags.checkdisable": boolean;
    /** Authoritative */
    "dns.flags.authoritative": boolean;
    /** Recursion available */
    "dns.flags.recavail": boolean;
    /** Reply code */
    "dns.flags.rcode": number;
    /** Conflict */
    "dns.flags.conflict": boolean;
    /** Tentative */
    "dns.flags.tentative": boolean;
    /** Questions */
    "dns.count.queries": number;
    /** Answer RRs */
    "dns.count.answers": number;
    /** Authority RRs */
    "dns.count.auth_rr": number;
    /** Additional RRs */
    "dns.count.add_rr": number;
    /** Zones */
    "dns.count.zones": number;
    /** Prerequisites */
    "dns.count.prerequisites": number;
    /** Updates */
    "dns.count.updates": number;
    /** Request In */
    "dns.response_to": number;
    /** Time */
    "dns.time": Time;
    /** Unsolicited */
    "dns.unsolicited": boolean;
    /** Retransmission */
    "dns.retransmission": boolean;
    /** DNS query retransmission */
    "dns.retransmit_request": true;
    /** Retransmitted request. Original request in */
    "dns.retransmit_request_in": number;
    /** DNS response retransmission */
    "dns.retransmit_response": true;
    /** Retransmitted response. Original response in */
    "dns.retransmit_response_in": number;
    /** Extraneous data */
    "dns.extraneous": true;
    /** Extraneous Data Bytes */
    "dns.extraneous.data": Uint8Array;
    /** Extraneous Data Length */
    "dns.extraneous.length": number;
    /** Name */
    "dns.qry.name": string[];
    /** Name Length */
    "dns.qry.name.len": number[];
    /** Label Count */
    "dns.count.labels": number[];
    /** Type */
    "dns.qry.type": number[];
    /** Class */
    "dns.qry.class": number[];
    /** "QU" question */
    "dns.qry.qu": boolean[];
    /** Name */
    "dns.resp.name": string[];
    /** Service */
    "dns.srv.service": string[];
    /** Protocol */
    "dns.srv.proto": string[];
    /** Name */
    "dns.srv.name": string[];
    /** Type */
    "dns.resp.type": number[];
    /** Class */
    "dns.resp.class": number[];
    /** Time to live */
    "dns.resp.ttl": number[];
    /** The uppermost bit of the TTL is set */
    "dns.ttl.high_bit_set": true[];
    /** Data length */
    "dns.resp.len": number[];
    /** Cache flush */
    "dns.resp.cache_flush": boolean[];
    /** UDP payload size */
    "dns.rr.udp_payload_size": number[];
    /** Higher bits in extended RCODE */
    "dns.resp.ext_rcode": number[];
    /** EDNS0 version */
    "dns.resp.edns0_version": number[];
    /** Z */
    "dns.resp.z": number[];
    /** DO bit */
    "dns.resp.z.do": boolean[];
    /** Reserved */
    "dns.resp.z.reserved": number[];
    /** Address */
    "dns.a": string[];
    /** AAAA Address */
    "dns.aaaa": string[];
    /** Name Server */
    "dns.ns": string[];
    /** Mail Destination */
    "dns.md": string[];
    /** Mail Forwarder */
    "dns.mf": string[];
    /** CNAME */
    "dns.cname": string[];
    /** Primary name server */
    "dns.soa.mname": string[];
    /** Responsible authority's mailbox */
    "dns.soa.rname": string[];
    /** MailBox Domaine */
    "dns.mb": string[];
    /** Mail Group member */
    "dns.mg": string[];
    /** Mail Rename domaine */
    "dns.mr": string[];
    /** Domain Name */
    "dns.ptr.domain_name": string[];
    /** Responsible Mailbox */
    "dns.minfo.r": string[];
    /** Error Mailbox */
    "dns.minfo.e": string[];
    /** Mail Exchange */
    "dns.mx.mail_exchange": string[];
    /** Mailbox */
    "dns.rp.mailbox": string[];
    /** TXT RR */
    "dns.rp.txt_rr": string[];
    /** Hostname */
    "dns.afsdb.hostname": string[];
    /** Intermediate Hostname */
    "dns.rt.intermediate_host": string[];
    /** Owner */
    "dns.nsap_ptr.owner": string[];
    /** MAP822 */
    "dns.px.map822": string[];
    /** MAPX400 */
    "dns.px.map400": string[];
    /** Key Exchange */
    "dns.kx.key_exchange": string[];
    /** Prefix name */
    "dns.a6.prefix_name": string[];
    /** Dname */
    "dns.dname": string[];
    /** Rendezvous Server */
    "dns.hip.rendezvous_server": string[];
    /** Locator FQDN */
    "dns.ilnp.lp": string[];
    /** Name Result Domain */
    "dns.winsr.name_result_domain": string[];
    /** Target */
    "dns.srv.target": string[];
    /** Replacement */
    "dns.naptr.replacement": string[];
    /** Serial Number */
    "dns.soa.serial_number": number[];
    /** Refresh Interval */
    "dns.soa.refresh_interval": number[];
    /** Retry Interval */
    "dns.soa.retry_interval": number[];
    /** Expire limit */
    "dns.soa.expire_limit": number[];
    /** Minimum TTL */
    "dns.soa.minimum_ttl": number[];
    /** Preference */
    "dns.mx.preference": number[];
    /** Preference */
    "dns.kx.preference": number[];
    /** Preference */
    "dns.rt.subtype": number[];
    /** Preference */
    "dns.px.preference": number[];
    /** Subtype */
    "dns.afsdb.subtype": number[];
    /** Preference */
    "dns.ilnp.nid.preference": number[];
    /** Preference */
    "dns.ilnp.l32.preference": number[];
    /** Preference */
    "dns.ilnp.l64.preference": number[];
    /** Preference */
    "dns.ilnp.lp.preference": number[];
    /** Priority */
    "dns.srv.priority": number[];
    /** Weight */
    "dns.srv.weight": number[];
    /** Port */
    "dns.srv.port": number[];
    /** Order */
    "dns.naptr.order": number[];
    /** Preference */
    "dns.naptr.preference": number[];
    /** Address */
    "dns.wks.address": string[];
    /** Protocol */
    "dns.wks.protocol": number[];
    /** Version */
    "dns.loc.version": number[];
    /** Size */
    "dns.loc.size": number[];
    /** Horizontal Precision */
    "dns.loc.horizontal_precision": number[];
    /** Vertical Precision */
    "dns.loc.vertical_precision": number[];
    /** Latitude */
    "dns.loc.latitude": number[];
    /** Longitude */
    "dns.loc.longitude": number[];
    /** Altitude */
    "dns.loc.altitude": number[];
    /** Address Family */
    "dns.apl.address_family": number[];
    /** Prefix Length */
    "dns.apl.coded_prefix": number[];
    /** Negation Flag */
    "dns.apl.negation": boolean[];
    /** Address Length */
    "dns.apl.afdlength": number[];
    /** HIT length */
    "dns.hip.hit.length": number[];
    /** Public key algorithm */
    "dns.hip.hit.pk.algo": number[];
    /** PK length */
    "dns.hip.pk.length": number[];
    /** Lookup timeout */
    "dns.wins.lookup_timeout": number[];
    /** Cache timeout */
    "dns.wins.cache_timeout": number[];
    /** Number of WINS servers */
    "dns.wins.nb_wins_servers": number[];
    /** Lookup timeout */
    "dns.winsr.lookup_timeout": number[];
    /** Cache timeout */
    "dns.winsr.cache_timeout": number[];
    /** IP Version */
    "dns.xpf.ip_version": number[];
    /** Protocol */
    "dns.xpf.protocol": number[];
    /** IPv4 Source */
    "dns.xpf.source_ipv4": string[];
    /** IPv4 Destination */
    "dns.xpf.destination_ipv4": string[];
    /** IPv6 Source */
    "dns.xpf.source_ipv6": string[];
    /** IPv6 Destination */
    "dns.xpf.destination_ipv6": string[];
    /** Source port */
    "dns.xpf.sport": number[];
    /** Destination port */
    "dns.xpf.dport": number[];
    /** EUI48 Address */
    "dns.eui48": string[];
    /** EUI64 Address */
    "dns.eui64": string[];
    /** Null (data) */
    "dns.null": Uint8Array[];
    /** Bits */
    "dns.wks.bits": number[];
    /** CPU Length */
    "dns.hinfo.cpu_length": number[];
    /** CPU */
    "dns.hinfo.cpu": string[];
    /** OS Length */
    "dns.hinfo.os_length": number[];
    /** OS */
    "dns.hinfo.os": string[];
    /** TXT Length */
    "dns.txt.length": number[];
    /** TXT */
    "dns.txt": string[];
    /** SPF Length */
    "dns.spf.length": number[];
    /** SPF */
    "dns.spf": string[];
    /** Length */
    "dns.x25.length": number[];
    /** PSDN-Address */
    "dns.x25.psdn_address": string[];
    /** Length */
    "dns.idsn.length": number[];
    /** ISDN Address */
    "dns.idsn.address": string[];
    /** Length */
    "dns.idsn.sa.length": number[];
    /** Sub Address */
    "dns.idsn.sa.address": string[];
    /** Longitude length */
    "dns.gpos.longitude_length": number[];
    /** Longitude */
    "dns.gpos.longitude": string[];
    /** Latitude length */
    "dns.gpos.latitude_length": number[];
    /** Latitude */
    "dns.gpos.latitude": string[];
    /** Altitude length */
    "dns.gpos.altitude_length": number[];
    /** Altitude */
    "dns.gpos.altitude": string[];
    /** Flags Length */
    "dns.naptr.flags_length": number[];
    /** Flags */
    "dns.naptr.flags": string[];
    /** Service Length */
    "dns.naptr.service_length": number[];
    /** Service */
    "dns.naptr.service": string[];
    /** Regex Length */
    "dns.naptr.regex_length": number[];
    /** Regex */
    "dns.naptr.regex": string[];
    /** Replacement Length */
    "dns.naptr.replacement_length": number[];
    /** NSAP Data */
    "dns.nsap.rdata": Uint8Array[];
    /** DHCID Data */
    "dns.dhcid.rdata": Uint8Array[];
    /** OpenPGP Key */
    "dns.openpgpkey": string[];
    /** Address */
    "dns.apl.afdpart.ipv4": string[];
    /** Address */
    "dns.apl.afdpart.ipv6": string[];
    /** Address */
    "dns.apl.afdpart.data": Uint8Array[];
    /** Prefix len */
    "dns.a6.prefix_len": number[];
    /** Address Suffix */
    "dns.a6.address_suffix": string[];
    /** Host Identity Tag */
    "dns.hip.hit": Uint8Array[];
    /** HIP Public Key */
    "dns.hip.pk": Uint8Array[];
    /** NodeID */
    "dns.ilnp.nid": Uint8Array[];
    /** Locator32 */
    "dns.ilnp.l32": string[];
    /** Locator64 */
    "dns.ilnp.l64": Uint8Array[];
    /** Unknown data */
    "dns.loc.unknown_data": Uint8Array[];
    /** Local Flag */
    "dns.wins.local_flag": boolean[];
    /** WINS Server Address */
    "dns.wins.wins_server": string[];
    /** Local Flag */
    "dns.winsr.local_flag": boolean[];
    /** Type Covered */
    "dns.rrsig.type_covered": number[];
    /** Algorithm */
    "dns.rrsig.algorithm": number[];
    /** Labels */
    "dns.rrsig.labels": number[];
    /** Original TTL */
    "dns.rrsig.original_ttl": number[];
    /** Signature Expiration */
    "dns.rrsig.signature_expiration": Time[];
    /** Signature Inception */
    "dns.rrsig.signature_inception": Time[];
    /** Key Tag */
    "dns.rrsig.key_tag": number[];
    /** Flags */
    "dns.dnskey.flags": number[];
    /** Zone Key */
    "dns.dnskey.flags.zone_key": boolean[];
    /** Key Revoked */
    "dns.dnskey.flags.key_revoked": boolean[];
    /** Key Signing Key */
    "dns.dnskey.flags.secure_entry_point": boolean[];
    /** Reserved */
    "dns.dnskey.flags.reserved": number[];
    /** Protocol */
    "dns.dnskey.protocol": number[];
    /** Algorithm */
    "dns.dnskey.algorithm": number[];
    /** Flags */
    "dns.key.flags": number[];
    /** Key allowed for authentication */
    "dns.key.flags.authentication": boolean[];
    /** Key allowed for confidentiality */
    "dns.key.flags.confidentiality": boolean[];
    /** Key required */
    "dns.key.flags.required": boolean[];
    /** Key is associated with a user */
    "dns.key.flags.associated_user": boolean[];
    /** Key is associated with the named entity */
    "dns.key.flags.associated_named_entity": boolean[];
    /** Key use with IPSEC */
    "dns.key.flags.ipsec": boolean[];
    /** Key use with MIME security multiparts */
    "dns.key.flags.mime": boolean[];
    /** Signatory */
    "dns.key.flags.signatory": number[];
    /** Protocol */
    "dns.key.protocol": number[];
    /** Algorithm */
    "dns.key.algorithm": number[];
    /** Key id */
    "dns.ds.key_id": number[];
    /** Algorithm */
    "dns.ds.algorithm": number[];
    /** Digest Type */
    "dns.ds.digest_type": number[];
    /** Algorithm */
    "dns.sshfp.algorithm": number[];
    /** Fingerprint type */
    "dns.sshfp.fingerprint.type": number[];
    /** Certificate Usage */
    "dns.tlsa.certificate_usage": number[];
    /** Selector */
    "dns.tlsa.selector": number[];
    /** Matching Type */
    "dns.tlsa.matching_type": number[];
    /** Hash algorithm */
    "dns.nsec3.algo": number[];
    /** NSEC3 flags */
    "dns.nsec3.flags": number[];
    /** NSEC3 Opt-out flag */
    "dns.nsec3.flags.opt_out": boolean[];
    /** NSEC3 iterations */
    "dns.nsec3.iterations": number[];
    /** Type */
    "dns.cert.type": number[];
    /** Key Tag */
    "dns.cert.key_tag": number[];
    /** Algorithm */
    "dns.cert.algorithm": number[];
    /** Gateway Precedence */
    "dns.ipseckey.gateway_precedence": number[];
    /** Gateway Type */
    "dns.ipseckey.gateway_type": number[];
    /** Gateway Algorithm */
    "dns.ipseckey.gateway_algorithm": number[];
    /** SOA */
    "dns.csync.soa": number[];
    /** Flags */
    "dns.csync.flags": number[];
    /** immediate */
    "dns.csync.flags.immediate": boolean[];
    /** soaminimum */
    "dns.csync.flags.soaminimum": boolean[];
    /** Serial */
    "dns.zonemd.serial": number[];
    /** Scheme */
    "dns.zonemd.scheme": number[];
    /** Hash Algorithm */
    "dns.zonemd.hash_algo": number[];
    /** Signature Inception */
    "dns.tkey.signature_inception": Time[];
    /** Signature Expiration */
    "dns.tkey.signature_expiration": Time[];
    /** Mode */
    "dns.tkey.mode": number[];
    /** Error */
    "dns.tkey.error": number[];
    /** Key Size */
    "dns.tkey.key_size": number[];
    /** Fudge */
    "dns.tsig.fudge": number[];
    /** MAC Size */
    "dns.tsig.mac_size": number[];
    /** Original Id */
    "dns.tsig.original_id": number[];
    /** Error */
    "dns.tsig.error": number[];
    /** Other Len */
    "dns.tsig.other_len": number[];
    /** Signer's name */
    "dns.rrsig.signers_name": string[];
    /** Next Domain Name */
    "dns.nxt.next_domain_name": string[];
    /** Next Domain Name */
    "dns.nsec.next_domain_name": string[];
    /** Algorithm name */
    "dns.tkey.algo_name": string[];
    /** Algorithm Name */
    "dns.tsig.algorithm_name": string[];
    /** DNS Gateway */
    "dns.ipseckey.gateway_dns": string[];
    /** Signature */
    "dns.rrsig.signature": Uint8Array[];
    /** Key id */
    "dns.dnskey.key_id": number[];
    /** Public Key */
    "dns.dnskey.public_key": Uint8Array[];
    /** Key ID */
    "dns.key.key_id": number[];
    /** Public Key */
    "dns.key.public_key": Uint8Array[];
    /** Digest */
    "dns.ds.digest": Uint8Array[];
    /** Fingerprint */
    "dns.sshfp.fingerprint": Uint8Array[];
    /** Certificate Association Data */
    "dns.tlsa.certificate_association_data": Uint8Array[];
    /** Salt length */
    "dns.nsec3.salt_length": number[];
    /** Salt value */
    "dns.nsec3.salt_value": Uint8Array[];
    /** Hash length */
    "dns.nsec3.hash_length": number[];
    /** Next hashed owner */
    "dns.nsec3.hash_value": string[];
    /** Certificate (or CRL) */
    "dns.cert.certificate": Uint8Array[];
    /** Type Bitmap */
    "dns.csync.type_bitmap": Uint8Array[];
    /** Digest */
    "dns.zonemd.digest": Uint8Array[];
    /** IPv4 Gateway */
    "dns.ipseckey.gateway_ipv4": string[];
    /** IPv6 Gateway */
    "dns.ipseckey.gateway_ipv6": string[];
    /** Public Key */
    "dns.ipseckey.public_key": Uint8Array[];
    /** Key Data */
    "dns.tkey.key_data": Uint8Array[];
    /** Other Size */
    "dns.tkey.other_size": number[];
    /** Other Data */
    "dns.tkey.other_data": Uint8Array[];
    /** Time Signed */
    "dns.tsig.time_signed": Time[];
    /** MAC */
    "dns.tsig.mac": true[];
    /** No dissector for algorithm */
    "dns.tsig.noalg": true[];
    /** Other Data */
    "dns.tsig.other_data": Uint8Array[];
    /** SvcPriority */
    "dns.svcb.svcpriority": number[];
    /** SvcParamKey */
    "dns.svcb.svcparam.key": number[];
    /** SvcParamValue length */
    "dns.svcb.svcparam.value.length": number[];
    /** TargetName */
    "dns.svcb.targetname": string[];
    /** SvcParam */
    "dns.svcb.svcparam": true[];
    /** Mandatory key */
    "dns.svcb.svcparam.mandatory.key": number[];
    /** ALPN length */
    "dns.svcb.svcparam.alpn.length": number[];
    /** ALPN */
    "dns.svcb.svcparam.alpn": string[];
    /** Port */
    "dns.svcb.svcparam.port": number[];
    /** IP */
    "dns.svcb.svcparam.ipv4hint.ip": string[];
    /** IP */
    "dns.svcb.svcparam.ipv6hint.ip": string[];
    /** ECHConfig */
    "dns.svcb.svcparam.echconfig": Uint8Array[];
    /** ODoHConfig */
    "dns.svcb.svcparam.odohconfig": Uint8Array[];
    /** SvcParamValue */
    "dns.svcb.svcparam.value": Uint8Array[];
    /** CAA Flags */
    "dns.caa.flags": number[];
    /** Issuer Critical */
    "dns.caa.flags.issuer_critical": boolean[];
    /** Issue */
    "dns.caa.issue": string[];
    /** Issue Wildcard */
    "dns.caa.issuewild": string[];
    /** Report URL */
    "dns.caa.iodef": string[];
    /** Unknown tag */
    "dns.caa.unknown": string[];
    /** Tag length */
    "dns.caa.tag_length": number[];
    /** Tag */
    "dns.caa.tag": string[];
    /** Value */
    "dns.caa.value": string[];
    /** Option Code */
    "dns.opt.code": number[];
    /** Option Length */
    "dns.opt.len": number[];
    /** Family */
    "dns.opt.client.family": number[];
    /** Source Netmask */
    "dns.opt.client.netmask": number[];
    /** Scope Netmask */
    "dns.opt.client.scope": number[];
    /** Option */
    "dns.opt": true[];
    /** Option Data */
    "dns.opt.data": Uint8Array[];
    /** DAU */
    "dns.opt.dau": number[];
    /** DHU */
    "dns.opt.dhu": number[];
    /** N3U */
    "dns.opt.n3u": number[];
    /** Client Subnet */
    "dns.opt.client.addr": Uint8Array[];
    /** Client Subnet */
    "dns.opt.client.addr4": string[];
    /** Client Subnet */
    "dns.opt.client.addr6": string[];
    /** Client Cookie */
    "dns.opt.cookie.client": Uint8Array[];
    /** Server Cookie */
    "dns.opt.cookie.server": Uint8Array[];
    /** Timeout */
    "dns.opt.edns_tcp_keepalive.timeout": number[];
    /** Padding */
    "dns.opt.padding": Uint8Array[];
    /** Closest Trust Point */
    "dns.opt.chain.fqdn": string[];
    /** Info Code */
    "dns.opt.ext_error.info_code": number[];
    /** Extra Text */
    "dns.opt.ext_error.extra_text": string[];
    /** Deprecated opcode */
    "dns.depr.opc": true[];
    /** Data */
    "dns.data": Uint8Array[];
    /** Undecoded option */
    "dns.undecoded.type": true[];
    /** Type */
    "dns.dso.tlv.type": number[];
    /** Length */
    "dns.dso.tlv.length": number[];
    /** Inactivity Timeout */
    "dns.dso.tlv.keepalive.inactivity": number[];
    /** Keepalive Interval */
    "dns.dso.tlv.keepalive.interval": number[];
    /** Retry Delay */
    "dns.dso.tlv.retrydelay.retrydelay": number[];
    /** DNS Stateful Operation */
    "dns.dso": true[];
    /** DSO TLV */
    "dns.dso.tlv": true[];
    /** Padding */
    "dns.dso.tlv.encpad.padding": Uint8Array[];
    /** Data */
    "dns.dso.tlv.data": Uint8Array[];
    /** Message type */
    "dhcp.type": number;
    /** Hardware type */
    "dhcp.hw.type": number[];
    /** Hardware address length */
    "dhcp.hw.len": number;
    /** Hops */
    "dhcp.hops": number;
    /** Transaction ID */
    "dhcp.id": number;
    /** Seconds elapsed */
    "dhcp.secs": number;
    /** Seconds elapsed appears to be encoded as little-endian */
    "dhcp.secs_le": true;
    /** Bootp flags */
    "dhcp.flags": number;
    /** Broadcast flag */
    "dhcp.flags.bc": boolean;
    /** Reserved flags */
    "dhcp.flags.reserved": number;
    /** Client IP address */
    "dhcp.ip.client": string;
    /** Your (client) IP address */
    "dhcp.ip.your": string;
    /** Next server IP address */
    "dhcp.ip.server": string;
    /** Relay agent IP address */
    "dhcp.ip.relay": string;
    /** Client MAC address */
    "dhcp.hw.mac_addr": string[];
    /** Client hardware address padding */
    "dhcp.hw.addr_padding": Uint8Array[];
    /** Client hardware address */
    "dhcp.hw.addr": Uint8Array[];
    /** Client address not given */
    "dhcp.client_address_not_given": true;
    /** Server name option overloaded by DHCP */
    "dhcp.server_name_overloaded_by_dhcp": true;
    /** Boot file name option overloaded by DHCP */
    "dhcp.boot_filename_overloaded_by_dhcp": true;
    /** Server host name */
    "dhcp.server": string;
    /** Boot file name */
    "dhcp.file": string;
    /** Magic cookie */
    "dhcp.cookie": string;
    /** Bootp vendor specific options */
    "dhcp.vendor_specific_options": Uint8Array;
    /** Option */
    "dhcp.option.type": number[];
    /** Length */
    "dhcp.option.length": number[];
    /** Value */
    "dhcp.option.value": Uint8Array[];
    /** Padding */
    "dhcp.option.padding": Uint8Array[];
    /** Option End */
    "dhcp.option.end": number[];
    /** Subnet Mask */
    "dhcp.option.subnet_mask": string[];
    /** Time Offset */
    "dhcp.option.time_offset": number[];
    /** Router */
    "dhcp.option.router": string[];
    /** Time Server */
    "dhcp.option.time_server": string[];
    /** Name Server */
    "dhcp.option.name_server": string[];
    /** Domain Name Server */
    "dhcp.option.domain_name_server": string[];
    /** Log Server */
    "dhcp.option.log_server": string[];
    /** Quotes Server */
    "dhcp.option.quotes_server": string[];
    /** LPR Server */
    "dhcp.option.lpr_server": string[];
    /** Impress Server */
    "dhcp.option.impress_server": string[];
    /** Resource Location Server */
    "dhcp.option.resource_location_server": string[];
    /** Host Name */
    "dhcp.option.hostname": string[];
    /** Boot File Size */
    "dhcp.option.boot_file_size": number[];
    /** Merit Dump File */
    "dhcp.option.merit_dump_file": string[];
    /** Domain Name */
    "dhcp.option.domain_name": string[];
    /** Swap Server */
    "dhcp.option.swap_server": string[];
    /** Root Path */
    "dhcp.option.root_path": string[];
    /** Extensions Path */
    "dhcp.option.extension_path": string[];
    /** IP Forwarding */
    "dhcp.option.ip_forwarding": boolean[];
    /** Non-Local Source Routing */
    "dhcp.option.non_local_source_routing": boolean[];
    /** Maximum Datagram Reassembly Size */
    "dhcp.option.max_datagram_reassembly_size": number[];
    /** Default IP Time-to-Live */
    "dhcp.option.default_ip_ttl": number[];
    /** Path MTU Aging Timeout */
    "dhcp.option.path_mtu_aging_timeout": number[];
    /** Path MTU Plateau Table Item */
    "dhcp.option.path_mtu_plateau_table_item": number[];
    /** Interface MTU */
    "dhcp.option.interface_mtu": number[];
    /** All Subnets are Local */
    "dhcp.option.all_subnets_are_local": boolean[];
    /** Broadcast Address */
    "dhcp.option.broadcast_address": string[];
    /** Perform Mask Discovery */
    "dhcp.option.perform_mask_discovery": boolean[];
    /** Mask Supplier */
    "dhcp.option.mask_supplier": boolean[];
    /** Perform Router Discover */
    "dhcp.option.perform_router_discover": boolean[];
    /** Router Solicitation Address */
    "dhcp.option.router_solicitation_address": string[];
    /** Trailer Encapsulation */
    "dhcp.option.trailer_encapsulation": boolean[];
    /** ARP Cache Timeout */
    "dhcp.option.arp_cache_timeout": number[];
    /** Ethernet Encapsulation */
    "dhcp.option.ethernet_encapsulation": boolean[];
    /** TCP Default TTL */
    "dhcp.option.tcp_default_ttl": number[];
    /** TCP Keepalive Interval */
    "dhcp.option.tcp_keepalive_interval": number[];
    /** TCP Keepalive Garbage */
    "dhcp.option.tcp_keepalive_garbage": boolean[];
    /** Network Information Service Domain */
    "dhcp.option.nis_domain": string[];
    /** Network Information Service Server */
    "dhcp.option.nis_server": string[];
    /** Network Time Protocol Server */
    "dhcp.option.ntp_server": string[];
    /** NetBIOS over TCP/IP Name Server */
    "dhcp.option.netbios_over_tcpip_name_server": string[];
    /** NetBIOS over TCP/IP Datagram Distribution Name Server */
    "dhcp.option.netbios_over_tcpip_dd_name_server": string[];
    /** NetBIOS over TCP/IP Node Type */
    "dhcp.option.netbios_over_tcpip_node_type": number[];
    /** NetBIOS over TCP/IP Scope */
    "dhcp.option.netbios_over_tcpip_scope": string[];
    /** X Window System Font Server */
    "dhcp.option.xwindows_system_font_server": string[];
    /** X Window System Display Manager */
    "dhcp.option.xwindows_system_display_manager": string[];
    /** Requested IP Address */
    "dhcp.option.requested_ip_address": string[];
    /** IP Address Lease Time */
    "dhcp.option.ip_address_lease_time": number[];
    /** Option Overload */
    "dhcp.option.option_overload": number[];
    /** DHCP */
    "dhcp.option.dhcp": number[];
    /** DHCP Server Identifier */
    "dhcp.option.dhcp_server_id": string[];
    /** Parameter Request List Item */
    "dhcp.option.request_list_item": number[];
    /** Message */
    "dhcp.option.message": string[];
    /** Maximum DHCP Message Size */
    "dhcp.option.dhcp_max_message_size": number[];
    /** Renewal Time Value */
    "dhcp.option.renewal_time_value": number[];
    /** Rebinding Time Value */
    "dhcp.option.rebinding_time_value": number[];
    /** Vendor class identifier */
    "dhcp.option.vendor_class_id": string[];
    /** Network Information Service+ Domain */
    "dhcp.option.nis_plus_domain": string[];
    /** Network Information Service+ Server */
    "dhcp.option.nis_plus_server": string[];
    /** TFTP Server Name */
    "dhcp.option.tftp_server_name": string[];
    /** Bootfile name */
    "dhcp.option.bootfile_name": string[];
    /** Mobile IP Home Agent */
    "dhcp.option.mobile_ip_home_agent": string[];
    /** SMTP Server */
    "dhcp.option.smtp_server": string[];
    /** POP3 Server */
    "dhcp.option.pop3_server": string[];
    /** NNTP Server */
    "dhcp.option.nntp_server": string[];
    /** Default WWW Server */
    "dhcp.option.default_www_server": string[];
    /** Default Finger Server */
    "dhcp.option.default_finger_server": string[];
    /** Default IRC Server */
    "dhcp.option.default_irc_server": string[];
    /** StreetTalk Server */
    "dhcp.option.streettalk_server": string[];
    /** StreetTalk Directory Assistance Server */
    "dhcp.option.streettalk_da_server": string[];
    /** IP Address */
    "dhcp.option.novell_dss.ip": string[];
    /** Novell Directory Services Tree Name */
    "dhcp.option.novell_ds_tree_name": string[];
    /** Novell Directory Services Context */
    "dhcp.option.novell_ds_context": string[];
    /** Client last transaction time */
    "dhcp.option.client_last_transaction_time": number[];
    /** Associated IP option */
    "dhcp.option.associated_ip_option": string[];
    /** Client System Architecture */
    "dhcp.option.client_system_architecture": number[];
    /** TZ PCode */
    "dhcp.option.tz_pcode": string[];
    /** TZ TCode */
    "dhcp.option.tz_tcode": string[];
    /** NetInfo Parent Server Address */
    "dhcp.option.netinfo_parent_server_address": string[];
    /** NetInfo Parent Server Tag */
    "dhcp.option.netinfo_parent_server_tag": string[];
    /** Captive Portal */
    "dhcp.option.captive_portal": string[];
    /** DHCP Auto-Configuration */
    "dhcp.option.dhcp_auto_configuration": number[];
    /** Subnet Selection Option */
    "dhcp.option.subnet_selection_option": string[];
    /** PAA IPv4 Address */
    "dhcp.option.pana_agent": string[];
    /** LoST Server Domain Name */
    "dhcp.option.lost_server_domain_name": string[];
    /** CAPWAP Access Controllers */
    "dhcp.option.capwap_access_controller": string[];
    /** ANDSF Server */
    "dhcp.option.andsf_server": string[];
    /** Algorithm */
    "dhcp.option.forcerenew_nonce.algorithm": number[];
    /** TFTP Server Address */
    "dhcp.option.tftp_server_address": string[];
    /** Start Time Of State */
    "dhcp.option.bulk_lease.start_time_of_state": number[];
    /** Dhcp State */
    "dhcp.option.bulk_lease.dhcp_state": number[];
    /** Data Source */
    "dhcp.option.bulk_lease.data_source": boolean[];
    /** MUDURL */
    "dhcp.option.mudurl": string[];
    /** PXELINUX configuration file */
    "dhcp.option.pxe_config_file": string[];
    /** PXELINUX path prefix */
    "dhcp.option.pxe_path_prefix": string[];
    /** Private Proxy Autodiscovery */
    "dhcp.option.private_proxy_autodiscovery": string[];
    /** Value */
    "dhcp.option.vendor.value": Uint8Array[];
    /** IP Address */
    "dhcp.option.policy_filter.ip": string[];
    /** Subnet Mask */
    "dhcp.option.policy_filter.subnet_mask": string[];
    /** Destination IP Address */
    "dhcp.option.static_route.ip": string[];
    /** Destination Router */
    "dhcp.option.static_route.router": string[];
    /** Length is wrong for the option */
    "dhcp.bad_length": true[];
    /** Type */
    "dhcp.client_id.type": number[];
    /** Client Identifier */
    "dhcp.client_id.undef": string[];
    /** IAID */
    "dhcp.client_id.iaid": string[];
    /** DUID Type */
    "dhcp.client_id.duid_type": number[];
    /** Hardware type */
    "dhcp.client_id.duid_llt_hw_type": number[];
    /** Hardware type */
    "dhcp.client_id.duid_ll_hw_type": number[];
    /** Time */
    "dhcp.client_id.time": number[];
    /** Link layer address */
    "dhcp.client_id.link_layer_address": string[];
    /** Enterprise-number */
    "dhcp.client_id.enterprise_num": number[];
    /** Identifier */
    "dhcp.client_id": Uint8Array[];
    /** Client Identifier (UUID) */
    "dhcp.client_id.uuid": string[];
    /** Major Version */
    "dhcp.client_network_id_major": number[];
    /** Minor Version */
    "dhcp.client_network_id_minor": number[];
    /** Flags */
    "dhcp.fqdn.flags": number[];
    /** Reserved flags */
    "dhcp.fqdn.mbz": number[];
    /** Server DDNS */
    "dhcp.fqdn.n": boolean[];
    /** Encoding */
    "dhcp.fqdn.e": boolean[];
    /** Server overrides */
    "dhcp.fqdn.o": boolean[];
    /** Server */
    "dhcp.fqdn.s": boolean[];
    /** A-RR result */
    "dhcp.fqdn.rcode1": number[];
    /** PTR-RR result */
    "dhcp.fqdn.rcode2": number[];
    /** Client name */
    "dhcp.fqdn.name": string[];
    /** Option 82 Suboption */
    "dhcp.option.agent_information_option.suboption": number[];
    /** Length */
    "dhcp.option.suboption_length": number[];
    /** Value */
    "dhcp.option.agent_information_option.value": Uint8Array[];
    /** Agent Circuit ID */
    "dhcp.option.agent_information_option.agent_circuit_id": Uint8Array[];
    /** Agent Remote ID */
    "dhcp.option.agent_information_option.agent_remote_id": Uint8Array[];
    /** Link selection */
    "dhcp.option.agent_information_option.link_selection": string[];
    /** Subscriber ID */
    "dhcp.option.agent_information_option.subscriber_id": string[];
    /** RADIUS Attributes */
    "dhcp.option.agent_information_option.radius_attributes": Uint8Array[];
    /** Server ID Override */
    "dhcp.option.agent_information_option.server_id_override": string[];
    /** Relay Agent Identifier */
    "dhcp.option.agent_information_option.relay_agent_id": Uint8Array[];
    /** Protocol */
    "dhcp.option.dhcp_authentication.protocol": number[];
    /** Delay Algorithm */
    "dhcp.option.dhcp_authentication.alg_delay": number[];
    /** Replay Detection Method */
    "dhcp.option.dhcp_authentication.rdm": number[];
    /** RDM Replay Detection Value */
    "dhcp.option.dhcp_authentication.rdm_replay_detection": (number | bigint)[];
    /** Secret ID */
    "dhcp.option.dhcp_authentication.secret_id": number[];
    /** HMAC MD5 Hash */
    "dhcp.option.dhcp_authentication.hmac_md5_hash": Uint8Array[];
    /** Instance of User Class */
    "dhcp.option.user_class": number[];
    /** User Class Length */
    "dhcp.option.user_class.length": number[];
    /** User Class Data */
    "dhcp.option.user_class.data": Uint8Array[];
    /** User Class Data (Text) */
    "dhcp.option.user_class.text": string[];
    /** FQDN */
    "dhcp.option.dhcp_dns_domain_search_list_fqdn": string[];
    /** SIP Server Name */
    "dhcp.option.sip_server.name": string[];
    /** SIP Server Encoding */
    "dhcp.option.sip_server.encoding": number[];
    /** SIP Server Address */
    "dhcp.option.sip_server.address": string[];
    /** Subnet/MaskWidth-Router */
    "dhcp.option.classless_static_route": Uint8Array[];
    /** Value */
    "dhcp.option.slp_directory_agent.value": number[];
    /** IP Address */
    "dhcp.option.slp_directory_agent.slpda_address": string[];
    /** Value */
    "dhcp.option.slp_service_scope.value": number[];
    /** SLP Service Scope */
    "dhcp.option.slp_service_scope.string": string[];
    /** Status Code */
    "dhcp.option.bulk_lease.status_code": number[];
    /** Status Code Message */
    "dhcp.option.bulk_lease.status_code_message": string[];
    /** Enterprise */
    "dhcp.option.vi_class.enterprise": number[];
    /** Length */
    "dhcp.option.vi_class.length": number[];
    /** Enterprise */
    "dhcp.option.vi.enterprise": number[];
    /** Length */
    "dhcp.option.vi.length": number[];
    /** Option 125 Suboption */
    "dhcp.vendor.suboption": number[];
    /** Data */
    "dhcp.option.vi_class.data": string[];
    /** Data */
    "dhcp.vendor.data": Uint8Array[];
    /** 6RD IPv4 Mask Length */
    "dhcp.option.6RD.ipv4_mask_len": number[];
    /** 6RD Prefix Length */
    "dhcp.option.6RD.prefix_len": number[];
    /** 6RD Prefix */
    "dhcp.option.6RD.prefix": string[];
    /** Border Relay IP */
    "dhcp.option.6RD.border_relay_ip": string[];
    /** Flags */
    "ntp.flags": number;
    /** Leap Indicator */
    "ntp.flags.li": number;
    /** Version number */
    "ntp.flags.vn": number;
    /** Mode */
    "ntp.flags.mode": number;
    /** Peer Clock Stratum */
    "ntp.stratum": number;
    /** Peer Polling Interval */
    "ntp.ppoll": number;
    /** Peer Clock Precision */
    "ntp.precision": number;
    /** Root Delay */
    "ntp.rootdelay": number;
    /** Root Dispersion */
    "ntp.rootdispersion": number;
    /** Reference ID */
    "ntp.refid": Uint8Array;
    /** Reference Timestamp */
    "ntp.reftime": Time;
    /** Origin Timestamp */
    "ntp.org": Time;
    /** Receive Timestamp */
    "ntp.rec": Time;
    /** Transmit Timestamp */
    "ntp.xmt": Time;
    /** Flags 2 */
    "ntp.ctrl.flags2": number;
    /** Response bit */
    "ntp.ctrl.flags2.r": number;
    /** Error bit */
    "ntp.ctrl.flags2.error": number;
    /** More bit */
    "ntp.ctrl.flags2.more": number;
    /** Opcode */
    "ntp.ctrl.flags2.opcode": number;
    /** Sequence */
    "ntp.ctrl.sequence": number;
    /** Status */
    "ntp.ctrl.status": number;
    /** AssociationID */
    "ntp.ctrl.associd": number;
    /** Offset */
    "ntp.ctrl.offset": number;
    /** Count */
    "ntp.ctrl.count": number;
    /** Response bit */
    "ntp.priv.flags.r": number;
    /** More bit */
    "ntp.priv.flags.more": number;
    /** Auth, sequence */
    "ntp.priv.auth_seq": number;
    /** Auth bit */
    "ntp.priv.auth": number;
    /** Sequence number */
    "ntp.priv.seq": number;
    /** Implementation */
    "ntp.priv.impl": number;
    /** Request code */
    "ntp.priv.reqcode": number;
    /** Field Type */
    "ntp.ext.type": number[];
    /** Length */
    "ntp.ext.length": number[];
    /** Extension */
    "ntp.ext": true[];
    /** Value */
    "ntp.ext.value": Uint8Array[];
    /** Key ID */
    "ntp.keyid": Uint8Array;
    /** Message Authentication Code */
    "ntp.mac": Uint8Array;
    /** Padding */
    "ntp.padding": Uint8Array;
    /** Data */
    "ntp.ctrl.data": true;
    /** Data */
    "ntp.priv.data": Uint8Array;
    /** Version */
    "hsrp.version": number;
    /** Op Code */
    "hsrp.opcode": number;
    /** State */
    "hsrp.state": number;
    /** Hellotime */
    "hsrp.hellotime": number;
    /** Holdtime */
    "hsrp.holdtime": number;
    /** Priority */
    "hsrp.priority": number;
    /** Group */
    "hsrp.group": number;
    /** Reserved */
    "hsrp.reserved": number;
    /** Authentication Data */
    "hsrp.auth_data": string[];
    /** Virtual IP Address */
    "hsrp.virt_ip": string;
    /** Adv type */
    "hsrp.adv.tlvtype": number;
    /** Adv length */
    "hsrp.adv.tlvlength": number;
    /** Adv state */
    "hsrp.adv.state": number;
    /** Adv reserved1 */
    "hsrp.adv.reserved1": number;
    /** Adv active groups */
    "hsrp.adv.activegrp": number;
    /** Adv passive groups */
    "hsrp.adv.passivegrp": number;
    /** Adv reserved2 */
    "hsrp.adv.reserved2": number;
    /** Unknown TLV sequence (HSRPv1) */
    "hsrp.unknown_tlv": Uint8Array;
    /** Group State TLV */
    "hsrp2.group_state_tlv": number[];
    /** Version */
    "hsrp2.version": number[];
    /** Op Code */
    "hsrp2.opcode": number[];
    /** State */
    "hsrp2.state": number[];
    /** IP Ver. */
    "hsrp2.ipversion": number[];
    /** Group */
    "hsrp2.group": number[];
    /** Identifier */
    "hsrp2.identifier": string[];
    /** Priority */
    "hsrp2.priority": number[];
    /** Hellotime */
    "hsrp2.hellotime": number[];
    /** Holdtime */
    "hsrp2.holdtime": number[];
    /** Interface State TLV */
    "hsrp2.interface_state_tlv": number[];
    /** Active Groups */
    "hsrp2.active_groups": number[];
    /** Passive Groups */
    "hsrp2.passive_groups": number[];
    /** Text Authentication TLV */
    "hsrp2.text_auth_tlv": number[];
    /** Authentication Data */
    "hsrp2.auth_data": string[];
    /** MD5 Authentication TLV */
    "hsrp2.md5_auth_tlv": number[];
    /** MD5 Algorithm */
    "hsrp2.md5_algorithm": number[];
    /** Padding */
    "hsrp2.md5_padding": number[];
    /** MD5 Flags */
    "hsrp2.md5_flags": number[];
    /** Sender's IP Address */
    "hsrp.md5_ip_address": string[];
    /** MD5 Key ID */
    "hsrp2.md5_key_id": number[];
    /** MD5 Authentication Data */
    "hsrp2.md5_auth_data": Uint8Array[];
    /** Virtual IP Address */
    "hsrp2.virt_ip": string[];
    /** Virtual IPv6 Address */
    "hsrp2.virt_ip_v6": string[];
    /** Command */
    "rip.command": number;
    /** Version */
    "rip.version": number;
    /** Routing Domain */
    "rip.routing_domain": Uint8Array;
    /** Address Family */
    "rip.family": number[];
    /** Route Tag */
    "rip.route_tag": number[];
    /** IP Address */
    "rip.ip": string[];
    /** Netmask */
    "rip.netmask": string[];
    /** Next Hop */
    "rip.next_hop": string[];
    /** Metric */
    "rip.metric": number[];
    /** Reserved */
    "rip.address": Uint8Array[];
    /** Reserved */
    "rip.tag": Uint8Array[];
    /** Reserved */
    "rip.reserved": Uint8Array[];
    /** Reserved */
    "rip.marker": Uint8Array;
    /** Authentication type */
    "rip.auth.type": number;
    /** Digest Offset */
    "rip.digest_offset": number;
    /** Key ID */
    "rip.key_id": number;
    /** Auth Data Len */
    "rip.auth_data_len": number;
    /** Seq num */
    "rip.seq_num": number;
    /** Zero adding */
    "rip.zero_padding": string;
    /** Password */
    "rip.auth.passwd": string;
    /** Authentication Data */
    "rip.authentication_data": Uint8Array;
    /** Unknown address family */
    "rip.unknown_address_family": true[];
    /** Facility */
    "syslog.facility": number;
    /** Level */
    "syslog.level": number;
    /** Message */
    "syslog.msg": string;
    /** NAT-keepalive packet */
    "udpencap.nat_keepalive": true;
    /** Non-ESP Marker */
    "udpencap.non_esp_marker": true;
    /** Record Layer */
    "tls.record": true[];
    /** Content Type */
    "tls.record.content_type": number;
    /** Version */
    "tls.record.version": number[];
    /** Length (bytes) */
    "tls.record.length": number[];
    /** Opaque Type */
    "tls.record.opaque_type": number;
    /** Encrypted Application Data */
    "tls.app_data": Uint8Array;
    /** Application Data Protocol */
    "tls.app_data_proto": string;
    /** Change Cipher Spec Message */
    "tls.change_cipher_spec": true;
    /** Alert Message */
    "tls.alert_message": true;
    /** Heartbeat Message */
    "tls.heartbeat_message": true;
    /** Payload */
    "tls.heartbeat_message.payload": Uint8Array;
    /** Padding */
    "tls.heartbeat_message.padding": Uint8Array;
    /** Invalid heartbeat payload length */
    "tls.heartbeat_message.payload_length.invalid": true;
    /** Ignored Unknown Record */
    "tls.ignored_unknown_record": true;
    /** This session reuses previously negotiated keys (Session resumption) */
    "tls.resumed": true;
    /** Level */
    "tls.alert_message.level": number;
    /** Description */
    "tls.alert_message.desc": number;
    /** Type */
    "tls.heartbeat_message.type": number;
    /** Payload Length (bytes) */
    "tls.heartbeat_message.payload_length": number;
    /** Handshake Message Type */
    "tls.handshake.type": number[];
    /** Length (bytes) */
    "tls.handshake.length": number[];
    /** Handshake Protocol */
    "tls.handshake": true[];
    /** Certificates Length (bytes) */
    "tls.handshake.certificates_length": number[];
    /** Certificates */
    "tls.handshake.certificates": true[];
    /** Certificate Length (bytes) */
    "tls.handshake.certificate_length": number[];
    /** Certificate */
    "tls.handshake.certificate": Uint8Array[];
    /** Certificate Request Context Length (bytes) */
    "tls.handshake.certificate_request_context_length": number[];
    /** Certificate Request Context */
    "tls.handshake.certificate_request_context": Uint8Array[];
    /** Certificate types count */
    "tls.handshake.cert_types_count": number[];
    /** Certificate types */
    "tls.handshake.cert_types": true[];
    /** Certificate type */
    "tls.handshake.cert_type": number[];
    /** Distinguished Names Length (bytes) */
    "tls.handshake.dnames_len": number[];
    /** Distinguished Names */
    "tls.handshake.dnames": true[];
    /** Distinguished Name Length (bytes) */
    "tls.handshake.dname_len": number[];
    /** Distinguished Name */
    "tls.handshake.dname": true[];
    /** Signature length (bytes) */
    "tls.handshake.client_cert_vrfy.sig_len": number[];
    /** Signature */
    "tls.handshake.client_cert_vrfy.sig": Uint8Array[];
    /** Verify Data */
    "tls.handshake.verify_data": true[];
    /** MD5 Hash */
    "tls.handshake.md5_hash": true[];
    /** SHA-1 Hash */
    "tls.handshake.sha_hash": true[];
    /** Session Ticket Lifetime Hint (seconds) */
    "tls.handshake.session_ticket_lifetime_hint": number[];
    /** Session Ticket Age Add */
    "tls.handshake.session_ticket_age_add": number[];
    /** Session Ticket Nonce Length (bytes) */
    "tls.handshake.session_ticket_nonce_length": number[];
    /** Session Ticket Nonce */
    "tls.handshake.session_ticket_nonce": Uint8Array[];
    /** Session Ticket Length (bytes) */
    "tls.handshake.session_ticket_length": number[];
    /** Session Ticket */
    "tls.handshake.session_ticket": Uint8Array[];
    /** Key Update Request */
    "tls.handshake.key_update.request_update": number[];
    /** Uncompressed Length (bytes) */
    "tls.compress_certificate.uncompressed_length": number[];
    /** Length (bytes) */
    "tls.compress_certificate.compressed_certificate_message.length": number[];
    /** Compressed Certificate Message */
    "tls.compress_certificate.compressed_certificate_message": Uint8Array[];
    /** Reassembled Handshake Fragments */
    "tls.handshake.fragments": true[];
    /** Handshake Fragment */
    "tls.handshake.fragment": number[];
    /** Handshake Fragment count */
    "tls.handshake.fragment.count": number[];
    /** TLS segment data */
    "tls.segment.data": Uint8Array[];
    /** Reassembled TLS segments */
    "tls.segments": true[];
    /** TLS segment */
    "tls.segment": number[];
    /** Segment count */
    "tls.segment.count": number[];
    /** Reassembled PDU length */
    "tls.reassembled.length": number[];
    /** Reassembled PDU data */
    "tls.reassembled.data": Uint8Array[];
    /** Version */
    "tls.handshake.version": number[];
    /** Random */
    "tls.handshake.random": Uint8Array[];
    /** Session ID Length (bytes) */
    "tls.handshake.session_id_length": number[];
    /** Session ID */
    "tls.handshake.session_id": Uint8Array[];
    /** Cipher Suites Length (bytes) */
    "tls.handshake.cipher_suites_length": number[];
    /** Compression Methods Length (bytes) */
    "tls.handshake.comp_methods_length": number[];
    /** JA3 Fullstring */
    "tls.handshake.ja3_full": string[];
    /** JA3 */
    "tls.handshake.ja3": string[];
    /** JA3S Fullstring */
    "tls.handshake.ja3s_full": string[];
    /** JA3S */
    "tls.handshake.ja3s": string[];
    /** GMT Unix Time */
    "tls.handshake.random_time": Time[];
    /** Random Bytes */
    "tls.handshake.random_bytes": Uint8Array[];
    /** Type */
    "tls.handshake.extension.type": number[];
    /** Length (bytes) */
    "tls.handshake.extension.len": number[];
    /** Extensions Length (bytes) */
    "tls.handshake.extensions_length": number[];
    /** Data */
    "tls.handshake.extension.data": Uint8Array[];
    /** Server Name list length (bytes) */
    "tls.handshake.extensions_server_name_list_len": number[];
    /** Server Name Type */
    "tls.handshake.extensions_server_name_type": number[];
    /** Server Name length (bytes) */
    "tls.handshake.extensions_server_name_len": number[];
    /** Server Name */
    "tls.handshake.extensions_server_name": string[];
    /** Maximum Fragment Length */
    "tls.handshake.max_fragment_length": number[];
    /** Certificate Status Type */
    "tls.handshake.extensions_status_request_type": number[];
    /** Certificate Status List Length (bytes) */
    "tls.handshake.extensions_status_request_list_len": number[];
    /** Certificate Status Length (bytes) */
    "tls.handshake.extensions_status_request_len": number[];
    /** Responder ID list Length (bytes) */
    "tls.handshake.extensions_status_request_responder_ids_len": number[];
    /** Request Extensions Length (bytes) */
    "tls.handshake.extensions_status_request_exts_len": number[];
    /** OCSP Response Length (bytes) */
    "tls.handshake.ocsp_response_len": number[];
    /** Supported Groups List Length (bytes) */
    "tls.handshake.extensions_supported_groups_length": number[];
    /** EC point formats Length (bytes) */
    "tls.handshake.extensions_ec_point_formats_length": number[];
    /** SRP username length (bytes) */
    "tls.handshake.extensions_srp_len": number[];
    /** SRP username */
    "tls.handshake.extensions_srp_username": string[];
    /** Signature Hash Algorithms Length (bytes) */
    "tls.handshake.sig_hash_alg_len": number[];
    /** Mode */
    "tls.handshake.extension.heartbeat.mode": number[];
    /** ALPN Extension Length (bytes) */
    "tls.handshake.extensions_alpn_len": number[];
    /** ALPN Protocol */
    "tls.handshake.extensions_alpn_list": true[];
    /** ALPN string length (bytes) */
    "tls.handshake.extensions_alpn_str_len": number[];
    /** ALPN Next Protocol */
    "tls.handshake.extensions_alpn_str": string[];
    /** Certificate Type List Length (bytes) */
    "tls.handshake.cert_type.types_len": number[];
    /** Certificate Type List */
    "tls.handshake.cert_type.types": true[];
    /** Certificate Type */
    "tls.handshake.cert_type.type": number[];
    /** Padding Data */
    "tls.handshake.extensions_padding_data": Uint8Array[];
    /** Algorithms Length (bytes) */
    "tls.compress_certificate.algorithms_length": number[];
    /** Algorithm */
    "tls.compress_certificate.algorithm": number[];
    /** Record Size Limit (bytes) */
    "tls.record_size_limit": number[];
    /** Identities Length (bytes) */
    "tls.handshake.extensions.psk.identities.length": number[];
    /** Identity Length (bytes) */
    "tls.handshake.extensions.psk.identity.identity_length": number[];
    /** Identity */
    "tls.handshake.extensions.psk.identity.identity": Uint8Array[];
    /** Obfuscated Ticket Age */
    "tls.handshake.extensions.psk.identity.obfuscated_ticket_age": number[];
    /** PSK Binders length (bytes) */
    "tls.handshake.extensions.psk.binders_len": number[];
    /** PSK Binders */
    "tls.handshake.extensions.psk.binders": true[];
    /** Selected Identity */
    "tls.handshake.extensions.psk.identity.selected": number[];
    /** Maximum Early Data Size */
    "tls.early_data.max_early_data_size": number[];
    /** Supported Versions length (bytes) */
    "tls.handshake.extensions.supported_versions_len": number[];
    /** Cookie length (bytes) */
    "tls.handshake.extensions.cookie_len": number[];
    /** Cookie */
    "tls.handshake.extensions.cookie": Uint8Array[];
    /** PSK Key Exchange Modes Length (bytes) */
    "tls.extension.psk_ke_modes_length": number[];
    /** PSK Key Exchange Mode */
    "tls.extension.psk_ke_mode": number[];
    /** Client Key Share Length (bytes) */
    "tls.handshake.extensions_key_share_client_length": number[];
    /** Group */
    "tls.handshake.extensions_key_share_group": number[];
    /** Key Exchange Length (bytes) */
    "tls.handshake.extensions_key_share_key_exchange_length": number[];
    /** Key Exchange */
    "tls.handshake.extensions_key_share_key_exchange": Uint8Array[];
    /** Selected Group */
    "tls.handshake.extensions_key_share_selected_group": number[];
    /** Protocol string length (bytes) */
    "tls.handshake.extensions_npn_str_len": number[];
    /** Next Protocol */
    "tls.handshake.extensions_npn": string[];
    /** ALPS Extension Length (bytes) */
    "tls.handshake.extensions_alps_len": number[];
    /** Supported ALPN List */
    "tls.handshake.extensions_alps_alpn_list": true[];
    /** Supported ALPN Length (bytes) */
    "tls.handshake.extensions_alps_alpn_str_len": number[];
    /** Supported ALPN */
    "tls.handshake.extensions_alps_alpn_str": string[];
    /** Renegotiation info extension length (bytes) */
    "tls.handshake.extensions_reneg_info_len": number[];
    /** Renegotiation info */
    "tls.handshake.extensions_reneg_info": Uint8Array[];
    /** Cipher Suite */
    "tls.esni.suite": number[];
    /** Record Digest Length (bytes) */
    "tls.esni.record_digest_length": number[];
    /** Record Digest */
    "tls.esni.record_digest": Uint8Array[];
    /** Encrypted SNI Length (bytes) */
    "tls.esni.encrypted_sni_length": number[];
    /** Encrypted SNI */
    "tls.esni.encrypted_sni": Uint8Array[];
    /** Cipher Suites */
    "tls.handshake.ciphersuites": true[];
    /** Compression Methods */
    "tls.handshake.comp_methods": true[];
    /** Supported Groups */
    "tls.handshake.extensions_supported_groups": true[];
    /** EC point formats */
    "tls.handshake.extensions_ec_point_formats": true[];
    /** Signature Hash Algorithms */
    "tls.handshake.sig_hash_algs": true[];
    /** Modulus Length (bytes) */
    "tls.handshake.modulus_len": number[];
    /** Modulus */
    "tls.handshake.modulus": Uint8Array[];
    /** Exponent Length (bytes) */
    "tls.handshake.exponent_len": number[];
    /** Exponent */
    "tls.handshake.exponent": Uint8Array[];
    /** p Length (bytes) */
    "tls.handshake.p_len": number[];
    /** p */
    "tls.handshake.p": Uint8Array[];
    /** g Length (bytes) */
    "tls.handshake.g_len": number[];
    /** g */
    "tls.handshake.g": Uint8Array[];
    /** Pubkey Length (bytes) */
    "tls.handshake.ys_len": number[];
    /** Pubkey */
    "tls.handshake.ys": Uint8Array[];
    /** Pubkey Length (bytes) */
    "tls.handshake.yc_len": number[];
    /** Pubkey */
    "tls.handshake.yc": Uint8Array[];
    /** Curve Type */
    "tls.handshake.server_curve_type": number[];
    /** Named Curve */
    "tls.handshake.server_named_curve": number[];
    /** Pubkey Length (bytes) */
    "tls.handshake.server_point_len": number[];
    /** Pubkey */
    "tls.handshake.server_point": Uint8Array[];
    /** Pubkey Length (bytes) */
    "tls.handshake.client_point_len": number[];
    /** Pubkey */
    "tls.handshake.client_point": Uint8Array[];
    /** Signature Length (bytes) */
    "tls.handshake.sig_len": number[];
    /** Signature */
    "tls.handshake.sig": Uint8Array[];
    /** Encrypted PreMaster length (bytes) */
    "tls.handshake.epms_len": number[];
    /** Encrypted PreMaster */
    "tls.handshake.epms": Uint8Array[];
    /** Hint Length (bytes) */
    "tls.handshake.hint_len": number[];
    /** Hint */
    "tls.handshake.hint": Uint8Array[];
    /** Identity Length (bytes) */
    "tls.handshake.identity_len": number[];
    /** Identity */
    "tls.handshake.identity": Uint8Array[];
    /** Cipher Spec Length (bytes) */
    "tls.handshake.cipher_spec_len": number[];
    /** Challenge Length (bytes) */
    "tls.handshake.challenge_length": number[];
    /** Cipher Spec */
    "tls.handshake.cipherspec": number[];
    /** Challenge */
    "tls.handshake.challenge": true[];
    /** Parameters Length (bytes) */
    "tls.quic.len": number[];
    /** Type */
    "tls.quic.parameter.type": number[];
    /** Length */
    "tls.quic.parameter.length": number[];
    /** Length */
    "tls.quic.parameter.lengt.old": number[];
    /** Value */
    "tls.quic.parameter.value": Uint8Array[];
    /** original_destination_connection_id */
    "tls.quic.parameter.original_destination_connection_id": Uint8Array[];
    /** max_idle_timeout */
    "tls.quic.parameter.max_idle_timeout": number[];
    /** stateless_reset_token */
    "tls.quic.parameter.stateless_reset_token": Uint8Array[];
    /** max_udp_payload_size */
    "tls.quic.parameter.max_udp_payload_size": number[];
    /** initial_max_data */
    "tls.quic.parameter.initial_max_data": number[];
    /** initial_max_stream_data_bidi_local */
    "tls.quic.parameter.initial_max_stream_data_bidi_local": number[];
    /** initial_max_stream_data_bidi_remote */
    "tls.quic.parameter.initial_max_stream_data_bidi_remote": number[];
    /** initial_max_stream_data_uni */
    "tls.quic.parameter.initial_max_stream_data_uni": number[];
    /** initial_max_streams_bidi */
    "tls.quic.parameter.initial_max_streams_bidi": number[];
    /** initial_max_streams_uni */
    "tls.quic.parameter.initial_max_streams_uni": number[];
    /** ack_delay_exponent */
    "tls.quic.parameter.ack_delay_exponent": number[];
    /** max_ack_delay */
    "tls.quic.parameter.max_ack_delay": number[];
    /** Length */
    "tls.quic.parameter.preferred_address.connectionid.length": number[];
    /** connectionId */
    "tls.quic.parameter.preferred_address.connectionid": Uint8Array[];
    /** statelessResetToken */
    "tls.quic.parameter.preferred_address.statelessresettoken": Uint8Array[];
    /** Active Connection ID Limit */
    "tls.quic.parameter.active_connection_id_limit": number[];
    /** Initial Source Connection ID */
    "tls.quic.parameter.initial_source_connection_id": Uint8Array[];
    /** Retry Source Connection ID */
    "tls.quic.parameter.retry_source_connection_id": Uint8Array[];
    /** max_datagram_frame_size */
    "tls.quic.parameter.max_datagram_frame_size": number[];
    /** length */
    "tls.quic.parameter.cibir_encoding.length": number[];
    /** offset */
    "tls.quic.parameter.cibir_encoding.offset": number[];
    /** loss_bits */
    "tls.quic.parameter.loss_bits": number[];
    /** Enable TimestampV2 */
    "tls.quic.parameter.enable_time_stamp_v2": number[];
    /** min_ack_delay */
    "tls.quic.parameter.min_ack_delay": number[];
    /** Google UserAgent */
    "tls.quic.parameter.google.user_agent": string[];
    /** Google Key Update not yet supported */
    "tls.quic.parameter.google.key_update_not_yet_supported": true[];
    /** Google QUIC version */
    "tls.quic.parameter.google.quic_version": number[];
    /** Google Initial RTT */
    "tls.quic.parameter.google.initial_rtt": number[];
    /** Google Support Handshake Done */
    "tls.quic.parameter.google.support_handshake_done": true[];
    /** Google QUIC parameters */
    "tls.quic.parameter.google.quic_params": Uint8Array[];
    /** Google Connection options */
    "tls.quic.parameter.google.connection_options": Uint8Array[];
    /** Google Supported Versions Length */
    "tls.quic.parameter.google.supported_versions_length": number[];
    /** Google Supported Version */
    "tls.quic.parameter.google.supported_version": number[];
    /** Facebook Partial Reliability */
    "tls.quic.parameter.facebook.partial_reliability": number[];
    /** Chosen Version */
    "tls.quic.parameter.vi.chosen_version": number[];
    /** Other Version */
    "tls.quic.parameter.vi.other_version": number[];
    /** ipv4Address */
    "tls.quic.parameter.preferred_address.ipv4address": string[];
    /** ipv4Port */
    "tls.quic.parameter.preferred_address.ipv4port": number[];
    /** ipv6Address */
    "tls.quic.parameter.preferred_address.ipv6address": string[];
    /** ipv6Port */
    "tls.quic.parameter.preferred_address.ipv6port": number[];
    /** Cipher Suite */
    "tls.handshake.ciphersuite": number[];
    /** Compression Method */
    "tls.handshake.comp_method": number[];
    /** Supported Group */
    "tls.handshake.extensions_supported_group": number[];
    /** EC point format */
    "tls.handshake.extensions_ec_point_format": number[];
    /** Supported Version */
    "tls.handshake.extensions.supported_version": number[];
    /** Signature Algorithm */
    "tls.handshake.sig_hash_alg": number[];
    /** Signature Hash Algorithm Hash */
    "tls.handshake.sig_hash_hash": number[];
    /** Signature Hash Algorithm Signature */
    "tls.handshake.sig_hash_sig": number[];
    /** SCT Version */
    "tls.sct.sct_version": number[];
    /** Log ID */
    "tls.sct.sct_logid": Uint8Array[];
    /** Timestamp */
    "tls.sct.sct_timestamp": Time[];
    /** Serialized SCT List Length (bytes) */
    "tls.sct.scts_length": number[];
    /** Serialized SCT Length (bytes) */
    "tls.sct.sct_length": number[];
    /** Extensions length (bytes) */
    "tls.sct.sct_extensions_length": number[];
    /** Extensions */
    "tls.sct.sct_extensions": true[];
    /** Signature Length (bytes) */
    "tls.sct.sct_signature_length": number[];
    /** Signature */
    "tls.sct.sct_signature": Uint8Array[];
    /** Transaction ID */
    "nbns.id": number;
    /** Flags */
    "nbns.flags": number[];
    /** Response */
    "nbns.flags.response": boolean[];
    /** Opcode */
    "nbns.flags.opcode": number[];
    /** Truncated */
    "nbns.flags.truncated": boolean[];
    /** Recursion desired */
    "nbns.flags.recdesired": boolean[];
    /** Broadcast */
    "nbns.flags.broadcast": boolean[];
    /** Questions */
    "nbns.count.queries": number;
    /** Answer RRs */
    "nbns.count.answers": number;
    /** Authority RRs */
    "nbns.count.auth_rr": number;
    /** Additional RRs */
    "nbns.count.add_rr": number;
    /** Authoritative */
    "nbns.flags.authoritative": boolean[];
    /** Recursion available */
    "nbns.flags.recavail": boolean[];
    /** Reply code */
    "nbns.flags.rcode": number[];
    /** Name */
    "nbns.name": string[];
    /** Addr */
    "nbns.addr": string[];
    /** Number of names */
    "nbns.number_of_names": number[];
    /** Data */
    "nbns.data": Uint8Array[];
    /** incomplete entry */
    "nbns.incomplete_entry": true[];
    /** Type */
    "nbns.type": number[];
    /** Class */
    "nbns.class": number[];
    /** Time to live */
    "nbns.ttl": number[];
    /** Data length */
    "nbns.data_length": number[];
    /** Name flags */
    "nbns.nb_flags": number[];
    /** Name type */
    "nbns.nb_flags.group": boolean[];
    /** ONT */
    "nbns.nb_flags.ont": number[];
    /** Name */
    "nbns.netbios_name": string[];
    /** Name flags */
    "nbns.name_flags": number[];
    /** Name type */
    "nbns.name_flags.group": boolean[];
    /** ONT */
    "nbns.name_flags.ont": number[];
    /** Name is being deregistered */
    "nbns.name_flags.drg": boolean[];
    /** Name is in conflict */
    "nbns.name_flags.cnf": boolean[];
    /** Name is active */
    "nbns.name_flags.act": boolean[];
    /** Permanent node name */
    "nbns.name_flags.prm": boolean[];
    /** Unit ID */
    "nbns.unit_id": string;
    /** Jumpers */
    "nbns.jumpers": number;
    /** Test result */
    "nbns.test_result": number;
    /** Version number */
    "nbns.version_number": number;
    /** Period of statistics */
    "nbns.period_of_statistics": number;
    /** Number of CRCs */
    "nbns.num_crcs": number;
    /** Number of alignment errors */
    "nbns.num_alignment_errors": number;
    /** Number of collisions */
    "nbns.num_collisions": number;
    /** Number of send aborts */
    "nbns.num_send_aborts": number;
    /** Number of good sends */
    "nbns.num_good_sends": number;
    /** Number of good receives */
    "nbns.num_good_receives": number;
    /** Number of retransmits */
    "nbns.numretransmits": number;
    /** Number of no resource conditions */
    "nbns.num_no_resource_conditions": number;
    /** Number of command blocks */
    "nbns.numcommand_blocks": number;
    /** Number of pending sessions */
    "nbns.numpending_sessions": number;
    /** Max number of pending sessions */
    "nbns.max_num_pending_sessions": number;
    /** Max total sessions possible */
    "nbns.max_total_sessions_possible": number;
    /** Session data packet size */
    "nbns.session_data_packet_size": number;
    /** signedCertificate */
    "x509af.signedCertificate_element": true[];
    /** signedCertificateList */
    "x509af.signedCertificateList_element": true[];
    /** version */
    "x509af.version": number[];
    /** serialNumber */
    "x509af.serialNumber": Uint8Array[];
    /** signature */
    "x509af.signature_element": true[];
    /** issuer */
    "x509af.issuer": number[];
    /** validity */
    "x509af.validity_element": true[];
    /** notBefore */
    "x509af.notBefore": number[];
    /** notAfter */
    "x509af.notAfter": number[];
    /** utcTime */
    "x509af.utcTime": string[];
    /** generalizedTime */
    "x509af.generalizedTime": Time[];
    /** subject */
    "x509af.subject": number[];
    /** rdnSequence (items) */
    "x509af.rdnSequence": number[];
    /** subjectPublicKeyInfo */
    "x509af.subjectPublicKeyInfo_element": true[];
    /** algorithm */
    "x509af.algorithm_element": true[];
    /** subjectPublicKey */
    "x509af.subjectPublicKey": Uint8Array[];
    /** issuerUniqueIdentifier */
    "x509af.issuerUniqueIdentifier": Uint8Array[];
    /** subjectUniqueIdentifier */
    "x509af.subjectUniqueIdentifier": Uint8Array[];
    /** extensions (items) */
    "x509af.extensions": number[];
    /** Extension */
    "x509af.Extension_element": true[];
    /** Extension Id */
    "x509af.extension.id": string[];
    /** critical */
    "x509af.critical": boolean[];
    /** algorithmIdentifier */
    "x509af.algorithmIdentifier_element": true[];
    /** encrypted */
    "x509af.encrypted": Uint8Array[];
    /** thisUpdate */
    "x509af.thisUpdate": number[];
    /** nextUpdate */
    "x509af.nextUpdate": number[];
    /** revokedCertificates (items) */
    "x509af.revokedCertificates": number[];
    /** revokedCertificates item */
    "x509af.revokedCertificates_item_element": true[];
    /** userCertificate */
    "x509af.userCertificate": Uint8Array[];
    /** revocationDate */
    "x509af.revocationDate": number[];
    /** crlEntryExtensions (items) */
    "x509af.crlEntryExtensions": number[];
    /** crlExtensions (items) */
    "x509af.crlExtensions": number[];
    /** DSS-Params */
    "x509af.DSS_Params_element": true[];
    /** p */
    "x509af.p": Uint8Array[];
    /** q */
    "x509af.q": Uint8Array[];
    /** g */
    "x509af.g": Uint8Array[];
    /** Algorithm Id */
    "x509af.algorithm.id": string[];
    /** Padding (bits) */
    "ber.bitstring.padding": number[];
    /** rdnSequence (items) */
    "x509if.rdnSequence": number[];
    /** RDNSequence item (items) */
    "x509if.RDNSequence_item": number[];
    /** RelativeDistinguishedName item */
    "x509if.RelativeDistinguishedName_item_element": true[];
    /** Object Id */
    "x509if.oid": string[];
    /** DirectoryString */
    "x509sat.DirectoryString": number[];
    /** teletexString */
    "x509sat.teletexString": string[];
    /** printableString */
    "x509sat.printableString": string[];
    /** universalString */
    "x509sat.universalString": string[];
    /** bmpString */
    "x509sat.bmpString": string[];
    /** uTF8String */
    "x509sat.uTF8String": string[];
    /** CountryName */
    "x509sat.CountryName": string[];
    /** IA5String */
    "x509sat.IA5String": string[];
    /** PrintableString */
    "x509sat.PrintableString": string[];
    /** BMPString */
    "x509sat.BMPString": string[];
    /** UniqueIdentifier */
    "x509sat.UniqueIdentifier": Uint8Array[];
    /** PostalAddress (items) */
    "x509sat.PostalAddress": number[];
    /** TelephoneNumber */
    "x509sat.TelephoneNumber": string[];
    /** OctetString */
    "x509sat.OctetString": Uint8Array[];
    /** Integer */
    "x509sat.Integer": number[];
    /** AuthorityKeyIdentifier */
    "x509ce.AuthorityKeyIdentifier_element": true[];
    /** keyIdentifier */
    "x509ce.keyIdentifier": Uint8Array[];
    /** authorityCertIssuer (items) */
    "x509ce.authorityCertIssuer": number[];
    /** authorityCertSerialNumber */
    "x509ce.authorityCertSerialNumber": Uint8Array[];
    /** SubjectKeyIdentifier */
    "x509ce.SubjectKeyIdentifier": Uint8Array[];
    /** KeyUsage */
    "x509ce.KeyUsage": Uint8Array[];
    /** digitalSignature */
    "x509ce.KeyUsage.digitalSignature": boolean[];
    /** contentCommitment */
    "x509ce.KeyUsage.contentCommitment": boolean[];
    /** keyEncipherment */
    "x509ce.KeyUsage.keyEncipherment": boolean[];
    /** dataEncipherment */
    "x509ce.KeyUsage.dataEncipherment": boolean[];
    /** keyAgreement */
    "x509ce.KeyUsage.keyAgreement": boolean[];
    /** keyCertSign */
    "x509ce.KeyUsage.keyCertSign": boolean[];
    /** cRLSign */
    "x509ce.KeyUsage.cRLSign": boolean[];
    /** encipherOnly */
    "x509ce.KeyUsage.encipherOnly": boolean[];
    /** decipherOnly */
    "x509ce.KeyUsage.decipherOnly": boolean[];
    /** PrivateKeyUsagePeriod */
    "x509ce.PrivateKeyUsagePeriod_element": true[];
    /** notBefore */
    "x509ce.notBefore": Time[];
    /** notAfter */
    "x509ce.notAfter": Time[];
    /** BasicConstraintsSyntax */
    "x509ce.BasicConstraintsSyntax_element": true[];
    /** cA */
    "x509ce.cA": boolean[];
    /** pathLenConstraint */
    "x509ce.pathLenConstraint": number[];
    /** NameConstraintsSyntax */
    "x509ce.NameConstraintsSyntax_element": true[];
    /** permittedSubtrees (items) */
    "x509ce.permittedSubtrees": number[];
    /** excludedSubtrees (items) */
    "x509ce.excludedSubtrees": number[];
    /** GeneralSubtree */
    "x509ce.GeneralSubtree_element": true[];
    /** base */
    "x509ce.base": number[];
    /** minimum */
    "x509ce.minimum": number[];
    /** maximum */
    "x509ce.maximum": number[];
    /** PolicyConstraintsSyntax */
    "x509ce.PolicyConstraintsSyntax_element": true[];
    /** requireExplicitPolicy */
    "x509ce.requireExplicitPolicy": number[];
    /** inhibitPolicyMapping */
    "x509ce.inhibitPolicyMapping": number[];
    /** SkipCerts */
    "x509ce.SkipCerts": number[];
    /** KeyPurposeIDs (items) */
    "x509ce.KeyPurposeIDs": number[];
    /** KeyPurposeId */
    "x509ce.KeyPurposeId": string[];
    /** CRLDistPointsSyntax (items) */
    "x509ce.CRLDistPointsSyntax": number[];
    /** DistributionPoint */
    "x509ce.DistributionPoint_element": true[];
    /** distributionPoint */
    "x509ce.distributionPoint": number[];
    /** fullName (items) */
    "x509ce.fullName": number[];
    /** nameRelativeToCRLIssuer (items) */
    "x509ce.nameRelativeToCRLIssuer": number[];
    /** reasons */
    "x509ce.reasons": Uint8Array[];
    /** unused */
    "x509ce.ReasonFlags.unused": boolean[];
    /** keyCompromise */
    "x509ce.ReasonFlags.keyCompromise": boolean[];
    /** cACompromise */
    "x509ce.ReasonFlags.cACompromise": boolean[];
    /** affiliationChanged */
    "x509ce.ReasonFlags.affiliationChanged": boolean[];
    /** superseded */
    "x509ce.ReasonFlags.superseded": boolean[];
    /** cessationOfOperation */
    "x509ce.ReasonFlags.cessationOfOperation": boolean[];
    /** certificateHold */
    "x509ce.ReasonFlags.certificateHold": boolean[];
    /** privilegeWithdrawn */
    "x509ce.ReasonFlags.privilegeWithdrawn": boolean[];
    /** aACompromise */
    "x509ce.ReasonFlags.aACompromise": boolean[];
    /** cRLIssuer (items) */
    "x509ce.cRLIssuer": number[];
    /** CRLNumber */
    "x509ce.CRLNumber": number[];
    /** BaseCRLNumber */
    "x509ce.BaseCRLNumber": number[];
    /** CRLReason */
    "x509ce.CRLReason": number[];
    /** invalidityDate */
    "x509ce.id_ce_invalidityDate": Time[];
    /** IssuingDistPointSyntax */
    "x509ce.IssuingDistPointSyntax_element": true[];
    /** onlyContainsUserPublicKeyCerts */
    "x509ce.onlyContainsUserPublicKeyCerts": boolean[];
    /** onlyContainsCACerts */
    "x509ce.onlyContainsCACerts": boolean[];
    /** onlySomeReasons */
    "x509ce.onlySomeReasons": Uint8Array[];
    /** indirectCRL */
    "x509ce.indirectCRL": boolean[];
    /** CertificateTemplate */
    "x509ce.CertificateTemplate_element": true[];
    /** templateID */
    "x509ce.templateID": string[];
    /** templateMajorVersion */
    "x509ce.templateMajorVersion": number[];
    /** templateMinorVersion */
    "x509ce.templateMinorVersion": number[];
    /** GeneralNames (items) */
    "x509ce.GeneralNames": number[];
    /** GeneralName */
    "x509ce.GeneralName": number[];
    /** otherName */
    "x509ce.otherName_element": true[];
    /** type-id */
    "x509ce.type_id": string[];
    /** rfc822Name */
    "x509ce.rfc822Name": string[];
    /** dNSName */
    "x509ce.dNSName": string[];
    /** x400Address */
    "x509ce.x400Address_element": true[];
    /** directoryName */
    "x509ce.directoryName": number[];
    /** ediPartyName */
    "x509ce.ediPartyName_element": true[];
    /** uniformResourceIdentifier */
    "x509ce.uniformResourceIdentifier": string[];
    /** iPAddress */
    "x509ce.IPAddress.ipv4": string[];
    /** iPAddress */
    "x509ce.IPAddress.ipv6": string[];
    /** iPAddress */
    "x509ce.iPAddress": Uint8Array[];
    /** registeredID */
    "x509ce.registeredID": string[];
    /** CertificatePoliciesSyntax (items) */
    "x509ce.CertificatePoliciesSyntax": number[];
    /** PolicyInformation */
    "x509ce.PolicyInformation_element": true[];
    /** policyIdentifier */
    "x509ce.policyIdentifier": string[];
    /** policyQualifiers (items) */
    "x509ce.policyQualifiers": number[];
    /** PolicyQualifierInfo */
    "x509ce.PolicyQualifierInfo_element": true[];
    /** Id */
    "x509ce.id": string[];
    /** PolicyMappingsSyntax (items) */
    "x509ce.PolicyMappingsSyntax": number[];
    /** PolicyMappingsSyntax item */
    "x509ce.PolicyMappingsSyntax_item_element": true[];
    /** issuerDomainPolicy */
    "x509ce.issuerDomainPolicy": string[];
    /** subjectDomainPolicy */
    "x509ce.subjectDomainPolicy": string[];
    /** DirectoryString */
    "pkix1explicit.DirectoryString": string[];
    /** Features (items) */
    "pkix1explicit.Features": number[];
    /** Features item */
    "pkix1explicit.Features_item": number[];
    /** UserNotice */
    "pkix1implicit.UserNotice_element": true[];
    /** noticeRef */
    "pkix1implicit.noticeRef_element": true[];
    /** organization */
    "pkix1implicit.organization": number[];
    /** noticeNumbers (items) */
    "pkix1implicit.noticeNumbers": number[];
    /** noticeNumbers item */
    "pkix1implicit.noticeNumbers_item": number[];
    /** explicitText */
    "pkix1implicit.explicitText": number[];
    /** ia5String */
    "pkix1implicit.ia5String": string[];
    /** visibleString */
    "pkix1implicit.visibleString": string[];
    /** bmpString */
    "pkix1implicit.bmpString": string[];
    /** utf8String */
    "pkix1implicit.utf8String": string[];
    /** AuthorityInfoAccessSyntax (items) */
    "pkix1implicit.AuthorityInfoAccessSyntax": number[];
    /** AccessDescription */
    "pkix1implicit.AccessDescription_element": true[];
    /** accessMethod */
    "pkix1implicit.accessMethod": string[];
    /** accessLocation */
    "pkix1implicit.accessLocation": number[];
    /** modulus */
    "pkcs1.modulus": Uint8Array[];
    /** publicExponent */
    "pkcs1.publicExponent": number[];
    /** ECParameters */
    "pkcs1.ECParameters": number[];
    /** namedCurve */
    "pkcs1.namedCurve": string[];
    /** RSASSA-PSS-params */
    "pkcs1.RSASSA_PSS_params_element": true[];
    /** hashAlgorithm */
    "pkcs1.hashAlgorithm_element": true[];
    /** maskGenAlgorithm */
    "pkcs1.maskGenAlgorithm_element": true[];
    /** saltLength */
    "pkcs1.saltLength": number[];
    /** trailerField */
    "pkcs1.trailerField": number[];
    /** HashAlgorithm */
    "pkcs1.HashAlgorithm_element": true[];
    /** ProxyCertInfoExtension */
    "pkixproxy.ProxyCertInfoExtension_element": true[];
    /** pCPathLenConstraint */
    "pkixproxy.pCPathLenConstraint": number[];
    /** proxyPolicy */
    "pkixproxy.proxyPolicy_element": true[];
    /** policyLanguage */
    "pkixproxy.policyLanguage": string[];
    /** policy */
    "pkixproxy.policy": Uint8Array[];
    /** CertType */
    "ns_cert_exts.CertType": Uint8Array[];
    /** ssl-client */
    "ns.cert.exts.CertType.ssl.client": boolean[];
    /** ssl-server */
    "ns.cert.exts.CertType.ssl.server": boolean[];
    /** smime */
    "ns.cert.exts.CertType.smime": boolean[];
    /** object-signing */
    "ns.cert.exts.CertType.object.signing": boolean[];
    /** reserved-for-future-use */
    "ns.cert.exts.CertType.reserved.for.future.use": boolean[];
    /** ssl-ca */
    "ns.cert.exts.CertType.ssl.ca": boolean[];
    /** smime-ca */
    "ns.cert.exts.CertType.smime.ca": boolean[];
    /** object-signing-ca */
    "ns.cert.exts.CertType.object.signing.ca": boolean[];
    /** BaseUrl */
    "ns_cert_exts.BaseUrl": string[];
    /** RevocationUrl */
    "ns_cert_exts.RevocationUrl": string[];
    /** CaRevocationUrl */
    "ns_cert_exts.CaRevocationUrl": string[];
    /** CertRenewalUrl */
    "ns_cert_exts.CertRenewalUrl": string[];
    /** CaPolicyUrl */
    "ns_cert_exts.CaPolicyUrl": string[];
    /** SslServerName */
    "ns_cert_exts.SslServerName": string[];
    /** Comment */
    "ns_cert_exts.Comment": string[];
    /** tbsRequest */
    "ocsp.tbsRequest_element": true[];
    /** version */
    "ocsp.version": number[];
    /** requestorName */
    "ocsp.requestorName": number[];
    /** requestList (items) */
    "ocsp.requestList": number[];
    /** Request */
    "ocsp.Request_element": true[];
    /** reqCert */
    "ocsp.reqCert_element": true[];
    /** singleRequestExtensions (items) */
    "ocsp.singleRequestExtensions": number[];
    /** requestExtensions (items) */
    "ocsp.requestExtensions": number[];
    /** optionalSignature */
    "ocsp.optionalSignature_element": true[];
    /** responseStatus */
    "ocsp.responseStatus": number[];
    /** responseBytes */
    "ocsp.responseBytes_element": true[];
    /** ResponseType Id */
    "ocsp.responseType.id": string[];
    /** BasicOCSPResponse */
    "ocsp.BasicOCSPResponse_element": true[];
    /** tbsResponseData */
    "ocsp.tbsResponseData_element": true[];
    /** responderID */
    "ocsp.responderID": number[];
    /** byName */
    "ocsp.byName": number[];
    /** byKey */
    "ocsp.byKey": Uint8Array[];
    /** producedAt */
    "ocsp.producedAt": Time[];
    /** responses (items) */
    "ocsp.responses": number[];
    /** SingleResponse */
    "ocsp.SingleResponse_element": true[];
    /** certID */
    "ocsp.certID_element": true[];
    /** hashAlgorithm */
    "ocsp.hashAlgorithm_element": true[];
    /** issuerNameHash */
    "ocsp.issuerNameHash": Uint8Array[];
    /** issuerKeyHash */
    "ocsp.issuerKeyHash": Uint8Array[];
    /** serialNumber */
    "ocsp.serialNumber": Uint8Array[];
    /** certStatus */
    "ocsp.certStatus": number[];
    /** good */
    "ocsp.good_element": true[];
    /** revoked */
    "ocsp.revoked_element": true[];
    /** unknown */
    "ocsp.unknown_element": true[];
    /** revocationTime */
    "ocsp.revocationTime": Time[];
    /** revocationReason */
    "ocsp.revocationReason": number[];
    /** thisUpdate */
    "ocsp.thisUpdate": Time[];
    /** nextUpdate */
    "ocsp.nextUpdate": Time[];
    /** singleExtensions (items) */
    "ocsp.singleExtensions": number[];
    /** responseExtensions (items) */
    "ocsp.responseExtensions": number[];
    /** signatureAlgorithm */
    "ocsp.signatureAlgorithm_element": true[];
    /** signature */
    "ocsp.signature": Uint8Array[];
    /** certs (items) */
    "ocsp.certs": number[];
    /** Certificate */
    "ocsp.Certificate_element": true[];
    /** NULL */
    "ocsp.NULL_element": true[];
    /** ReOcspNonce */
    "ocsp.ReOcspNonce": Uint8Array[];
    /** AcceptableResponses (items) */
    "ocsp.AcceptableResponses": number[];
    /** AcceptableResponses item */
    "ocsp.AcceptableResponses_item": string[];
    /** ArchiveCutoff */
    "ocsp.ArchiveCutoff": Time[];
    /** Extension */
    "pkix1explicit.Extension_element": true[];
    /** Id */
    "pkix1explicit.id": string[];
    /** critical */
    "pkix1explicit.critical": boolean[];
    /** Header Form */
    "quic.header_form": number;
    /** Fixed Bit */
    "quic.fixed_bit": boolean;
    /** Packet Type */
    "quic.long.packet_type": number;
    /** Reserved */
    "quic.long.reserved": number;
    /** Packet Number Length */
    "quic.packet_number_length": number;
    /** Version */
    "quic.version": number;
    /** Destination Connection ID Length */
    "quic.dcil": number;
    /** Packet Type */
    "quic.long.packet_type_v2": number;
    /** Unused */
    "quic.vn.unused": number;
    /** Spin Bit */
    "quic.spin_bit": boolean;
    /** Reserved */
    "quic.short.reserved": number;
    /** Key Phase Bit */
    "quic.key_phase": boolean;
    /** Connection Number */
    "quic.connection.number": number;
    /** Unknown QUIC connection. Missing Initial Packet or migrated connection? */
    "quic.connection.unknown": true;
    /** Packet Length */
    "quic.packet_length": number;
    /** QUIC Short Header */
    "quic.short": true;
    /** Destination Connection ID */
    "quic.dcid": Uint8Array;
    /** Source Connection ID Length */
    "quic.scil": number;
    /** Source Connection ID */
    "quic.scid": Uint8Array;
    /** Token Length */
    "quic.token_length": number;
    /** Token */
    "quic.token": Uint8Array;
    /** Length */
    "quic.length": number;
    /** Packet Number */
    "quic.packet_number": number;
    /** Payload */
    "quic.payload": Uint8Array;
    /** Protected Payload */
    "quic.protected_payload": Uint8Array;
    /** Remaining Payload */
    "quic.remaining_payload": Uint8Array;
    /** Failed to decrypt handshake */
    "quic.decryption_failed": true;
    /** Coalesced Padding Data */
    "quic.coalesced_padding_data": true;
    /** Supported Version */
    "quic.supported_version": number[];
    /** Original Destination Connection ID Length */
    "quic.odcil": number;
    /** Original Destination Connection ID */
    "quic.odcid": Uint8Array;
    /** Retry Token */
    "quic.retry_token": Uint8Array;
    /** Retry Integrity Tag */
    "quic.retry_integrity_tag": Uint8Array;
    /** Retry Integrity Tag verification failure */
    "quic.bad_retry": true;
    /** Frame */
    "quic.frame": true[];
    /** Frame Type */
    "quic.frame_type": number[];
    /** Padding Length */
    "quic.padding_length": number[];
    /** Largest Acknowledged */
    "quic.ack.largest_acknowledged": number[];
    /** ACK Delay */
    "quic.ack.ack_delay": number[];
    /** ACK Range Count */
    "quic.ack.ack_range_count": number[];
    /** First ACK Range */
    "quic.ack.first_ack_range": number[];
    /** Gap */
    "quic.ack.gap": number[];
    /** ACK Range */
    "quic.ack.ack_range": number[];
    /** ECT(0) Count */
    "quic.ack.ect0_count": number[];
    /** ECT(1) Count */
    "quic.ack.ect1_count": number[];
    /** ECN-CE Count */
    "quic.ack.ecn_ce_count": number[];
    /** Stream ID */
    "quic.rsts.stream_id": number[];
    /** Application Error code */
    "quic.rsts.application_error_code": number[];
    /** Final Size */
    "quic.rsts.final_size": number[];
    /** Stream ID */
    "quic.ss.stream_id": number[];
    /** Application Error code */
    "quic.ss.application_error_code": number[];
    /** Offset */
    "quic.crypto.offset": number[];
    /** Length */
    "quic.crypto.length": number[];
    /** Crypto Data */
    "quic.crypto.crypto_data": true[];
    /** (Token) Length */
    "quic.nt.length": number[];
    /** Token */
    "quic.nt.token": Uint8Array[];
    /** Fin */
    "quic.stream.fin": boolean[];
    /** Len(gth) */
    "quic.stream.len": boolean[];
    /** Off(set) */
    "quic.stream.off": boolean[];
    /** Stream ID */
    "quic.stream.stream_id": number[];
    /** Stream initiator */
    "quic.stream.initiator": number[];
    /** Stream direction */
    "quic.stream.direction": number[];
    /** Offset */
    "quic.stream.offset": number[];
    /** Length */
    "quic.stream.length": number[];
    /** Stream Data */
    "quic.stream_data": Uint8Array[];
    /** Maximum Data */
    "quic.md.maximum_data": number[];
    /** Stream ID */
    "quic.msd.stream_id": number[];
    /** Maximum Stream Data */
    "quic.msd.maximum_stream_data": number[];
    /** Max Streams */
    "quic.ms.max_streams": number[];
    /** Stream Data Limit */
    "quic.sb.stream_data_limit": number[];
    /** Stream ID */
    "quic.sdb.stream_id": number[];
    /** Stream Limit */
    "quic.sib.stream_limit": number[];
    /** Sequence */
    "quic.nci.sequence": number[];
    /** Retire Prior To */
    "quic.nci.retire_prior_to": number[];
    /** Connection ID Length */
    "quic.nci.connection_id.length": number[];
    /** Connection ID */
    "quic.nci.connection_id": Uint8Array[];
    /** Stateless Reset Token */
    "quic.nci.stateless_reset_token": Uint8Array[];
    /** Sequence */
    "quic.rci.sequence": number[];
    /** Data */
    "quic.path_challenge.data": Uint8Array[];
    /** Data */
    "quic.path_response.data": Uint8Array[];
    /** Error code */
    "quic.cc.error_code": number[];
    /** Application Error code */
    "quic.cc.error_code.app": number[];
    /** TLS Alert Description */
    "quic.cc.error_code.tls_alert": number[];
    /** Frame Type */
    "quic.cc.frame_type": number[];
    /** Reason phrase Length */
    "quic.cc.reason_phrase.length": number[];
    /** Reason phrase */
    "quic.cc.reason_phrase": string[];
    /** Datagram Length */
    "quic.dg.length": number[];
    /** Datagram */
    "quic.dg": Uint8Array[];
    /** Sequence Number */
    "quic.af.sequence_number": number[];
    /** Ack-Eliciting Threshold */
    "quic.af.ack_eliciting_threshold": number[];
    /** Request Max Ack Delay */
    "quic.af.request_max_ack_delay": number[];
    /** Last Byte */
    "quic.af.last_byte": number[];
    /** Reserved */
    "quic.af.reserved": number[];
    /** Ignore Order */
    "quic.af.ignore_order": boolean[];
    /** Ignore CE */
    "quic.af.ignore_ce": boolean[];
    /** Time Stamp */
    "quic.ts": number[];
    /** Unknown Frame Type */
    "quic.ft.unknown": true[];
    /** This QUIC frame has a reused stream offset (retransmission?) */
    "quic.retransmission": true[];
    /** This QUIC frame overlaps a previous frame in the stream */
    "quic.overlap": true[];
    /** Reassembled QUIC CRYPTO Data Fragments */
    "quic.crypto.fragments": true[];
    /** QUIC CRYPTO Data Fragment */
    "quic.crypto.fragment": number[];
    /** Fragment count */
    "quic.crypto.fragment.count": number[];
    /** Fragment overlap */
    "quic.fragment.overlap": boolean[];
    /** Config */
    "quic.mp_first_byte": number[];
    /** Reserved */
    "quic.mp_reserved_bit": number[];
    /** Port presence */
    "quic.port_presence_bit": boolean[];
    /** IP Version */
    "quic.ip_version": number[];
    /** Address ID */
    "quic.mp_address_id": number[];
    /** Sequence Number */
    "quic.mp_sequence_number": number[];
    /** Interface Type */
    "quic.mp_interface_type": number[];
    /** IP Address */
    "quic.mp_ip_address": string[];
    /** IP Address */
    "quic.mp_ip_address_v6": string[];
    /** Port */
    "quic.mp_port": number[];
    /** Uniflow ID */
    "quic.mp_uniflow_id": number[];
    /** Receiving uniflows */
    "quic.mp_receiving_uniflows": number[];
    /** Active sending uniflows */
    "quic.mp_act_send_uf": number[];
    /** Receiving uniflows */
    "quic.mp_receiving_uniflows_section": true[];
    /** Active sending uniflows */
    "quic.mp_act_send_uf_section": true[];
    /** Uniflow Info Section */
    "quic.mp_uniflow_info_section": true[];
    /** Local address id */
    "quic.mp_add_local_address_id": number[];
    /** Message Type */
    "nbss.type": number;
    /** Flags */
    "nbss.flags": number;
    /** Extend */
    "nbss.flags.e": boolean;
    /** Length */
    "nbss.length": number;
    /** Retarget IP address */
    "nbss.retarget_ip_address": string;
    /** Retarget port */
    "nbss.retarget_port": number;
    /** Called name */
    "nbss.called_name": string;
    /** Calling name */
    "nbss.calling_name": string;
    /** Error code */
    "nbss.error_code": number;
    /** Continuation data */
    "nbss.continuation_data": Uint8Array;
    /** Packet length */
    "git.length": number;
    /** Git Packet Type */
    "git.packet_type": number;
    /** Sideband control code */
    "git.sideband_control_code": number;
    /** Packet data */
    "git.data": Uint8Array;
    /** Git Protocol Version */
    "git.version": number;
    /** unrecognized special pkt-len value */
    "git.bad_pkt_len": true;
    /** Server protocol version */
    "vnc.server_proto_ver": string;
    /** Client protocol version */
    "vnc.client_proto_ver": string;
    /** Source */
    "gryphon.src": number;
    /** Source channel */
    "gryphon.srcchan": number;
    /** Source client id */
    "gryphon.srcchanclient": number;
    /** Destination */
    "gryphon.dest": number;
    /** Destination channel */
    "gryphon.destchan": number;
    /** Destination client id */
    "gryphon.destchanclient": number;
    /** Data length (bytes) */
    "gryphon.data_length": number;
    /** Frame type */
    "gryphon.type": number;
    /** Reserved */
    "gryphon.reserved": Uint8Array[];
    /** Command */
    "gryphon.cmd": number;
    /** Command */
    "gryphon.command": number;
    /** Context */
    "gryphon.cmd.context": number;
    /** Status */
    "gryphon.status": number;
    /** Data */
    "gryphon.data": Uint8Array;
    /** Padding */
    "gryphon.padding": Uint8Array;
    /** Packet Length (bytes) */
    "ssh.packet_length": number[];
    /** Padding Length (bytes) */
    "ssh.padding_length": number[];
    /** Message Code */
    "ssh.message_code": number[];
    /** Protocol */
    "ssh.protocol": string[];
    /** Direction */
    "ssh.direction": boolean;
    /** Payload */
    "ssh.payload": Uint8Array[];
    /** Padding String */
    "ssh.padding_string": Uint8Array[];
    /** Sequence number */
    "ssh.seq_num": number[];
    /** Packet Length (encrypted) */
    "ssh.packet_length_encrypted": Uint8Array[];
    /** Encrypted Packet */
    "ssh.encrypted_packet": Uint8Array[];
    /** MAC */
    "ssh.mac": Uint8Array[];
    /** Cookie */
    "ssh.cookie": Uint8Array[];
    /** kex_algorithms length (bytes) */
    "ssh.kex_algorithms_length": number[];
    /** kex_algorithms string */
    "ssh.kex_algorithms": string[];
    /** server_host_key_algorithms length (bytes) */
    "ssh.server_host_key_algorithms_length": number[];
    /** server_host_key_algorithms string */
    "ssh.server_host_key_algorithms": string[];
    /** encryption_algorithms_client_to_server length (bytes) */
    "ssh.encryption_algorithms_client_to_server_length": number[];
    /** encryption_algorithms_client_to_server string */
    "ssh.encryption_algorithms_client_to_server": string[];
    /** encryption_algorithms_server_to_client length (bytes) */
    "ssh.encryption_algorithms_server_to_client_length": number[];
    /** encryption_algorithms_server_to_client string */
    "ssh.encryption_algorithms_server_to_client": string[];
    /** mac_algorithms_client_to_server length (bytes) */
    "ssh.mac_algorithms_client_to_server_length": number[];
    /** mac_algorithms_client_to_server string */
    "ssh.mac_algorithms_client_to_server": string[];
    /** mac_algorithms_server_to_client length (bytes) */
    "ssh.mac_algorithms_server_to_client_length": number[];
    /** mac_algorithms_server_to_client string */
    "ssh.mac_algorithms_server_to_client": string[];
    /** compression_algorithms_client_to_server length (bytes) */
    "ssh.compression_algorithms_client_to_server_length": number[];
    /** compression_algorithms_client_to_server string */
    "ssh.compression_algorithms_client_to_server": string[];
    /** compression_algorithms_server_to_client length (bytes) */
    "ssh.compression_algorithms_server_to_client_length": number[];
    /** compression_algorithms_server_to_client string */
    "ssh.compression_algorithms_server_to_client": string[];
    /** languages_client_to_server length (bytes) */
    "ssh.languages_client_to_server_length": number[];
    /** languages_client_to_server string */
    "ssh.languages_client_to_server": string[];
    /** languages_server_to_client length (bytes) */
    "ssh.languages_server_to_client_length": number[];
    /** languages_server_to_client string */
    "ssh.languages_server_to_client": string[];
    /** First KEX Packet Follows */
    "ssh.first_kex_packet_follows": number[];
    /** Reserved */
    "ssh.kex.reserved": Uint8Array[];
    /** hasshAlgorithms */
    "ssh.kex.hassh_algorithms": string[];
    /** hassh */
    "ssh.kex.hassh": string[];
    /** hasshServerAlgorithms */
    "ssh.kex.hasshserver_algorithms": string[];
    /** hasshServer */
    "ssh.kex.hasshserver": string[];
    /** Multi Precision Integer Length (bytes) */
    "ssh.mpint_length": number[];
    /** Invalid key length */
    "ssh.key_length.error": true[];
    /** Packet decoded length not equal to packet length */
    "ssh.packet_decode.error": true[];
    /** DH client e */
    "ssh.dh.e": Uint8Array[];
    /** DH server f */
    "ssh.dh.f": Uint8Array[];
    /** DH GEX Min */
    "ssh.dh_gex.min": number[];
    /** DH GEX Number of Bits */
    "ssh.dh_gex.nbits": number[];
    /** DH GEX Max */
    "ssh.dh_gex.max": number[];
    /** DH GEX modulus (P) */
    "ssh.dh_gex.p": Uint8Array[];
    /** DH GEX base (G) */
    "ssh.dh_gex.g": Uint8Array[];
    /** ECDH client's ephemeral public key length (bytes) */
    "ssh.ecdh.q_c_length": number[];
    /** ECDH client's ephemeral public key (Q_C) */
    "ssh.ecdh.q_c": Uint8Array[];
    /** ECDH server's ephemeral public key length (bytes) */
    "ssh.ecdh.q_s_length": number[];
    /** ECDH server's ephemeral public key (Q_S) */
    "ssh.ecdh.q_s": Uint8Array[];
    /** Host key length (bytes) */
    "ssh.host_key.length": number[];
    /** Host key type length (bytes) */
    "ssh.host_key.type_length": number[];
    /** Host key type */
    "ssh.host_key.type": string[];
    /** Host key data */
    "ssh.host_key.data": Uint8Array[];
    /** RSA public exponent (e) */
    "ssh.host_key.rsa.e": Uint8Array[];
    /** RSA modulus (N) */
    "ssh.host_key.rsa.n": Uint8Array[];
    /** DSA prime modulus (p) */
    "ssh.host_key.dsa.p": Uint8Array[];
    /** DSA prime divisor (q) */
    "ssh.host_key.dsa.q": Uint8Array[];
    /** DSA subgroup generator (g) */
    "ssh.host_key.dsa.g": Uint8Array[];
    /** DSA public key (y) */
    "ssh.host_key.dsa.y": Uint8Array[];
    /** ECDSA elliptic curve identifier length (bytes) */
    "ssh.host_key.ecdsa.id_length": number[];
    /** ECDSA elliptic curve identifier */
    "ssh.host_key.ecdsa.id": string[];
    /** ECDSA public key length (bytes) */
    "ssh.host_key.ecdsa.q_length": number[];
    /** ECDSA public key (Q) */
    "ssh.host_key.ecdsa.q": Uint8Array[];
    /** EdDSA public key length (bytes) */
    "ssh.host_key.eddsa.key_length": number[];
    /** EdDSA public key */
    "ssh.host_key.eddsa.key": Uint8Array[];
    /** Host signature length (bytes) */
    "ssh.host_sig.length": number[];
    /** Host signature type length (bytes) */
    "ssh.host_sig.type_length": number[];
    /** Host signature type */
    "ssh.host_sig.type": string[];
    /** Host signature data */
    "ssh.host_sig.data": Uint8Array[];
    /** RSA signature */
    "ssh.host_sig.rsa": Uint8Array[];
    /** DSA signature */
    "ssh.host_sig.dsa": Uint8Array[];
    /** Packet magic */
    "bitcoin.magic": number;
    /** Command name */
    "bitcoin.command": string;
    /** Payload Length */
    "bitcoin.length": number;
    /** Payload checksum */
    "bitcoin.checksum": number;
    /** Version message */
    "bitcoin.version": true;
    /** Address message */
    "bitcoin.addr": true;
    /** Inventory message */
    "bitcoin.inv": true;
    /** Getdata message */
    "bitcoin.getdata": true;
    /** Getdata message */
    "bitcoin.notfound": true;
    /** Getdata message */
    "bitcoin.getblocks": true;
    /** Getheaders message */
    "bitcoin.getheaders": true;
    /** Tx message */
    "bitcoin.tx": true;
    /** Block message */
    "bitcoin.block": true;
    /** Headers message */
    "bitcoin.headers": true;
    /** Ping message */
    "bitcoin.ping": true;
    /** Pong message */
    "bitcoin.pong": true;
    /** Reject message */
    "bitcoin.reject": true;
    /** Filterload message */
    "bitcoin.filterload": true;
    /** Filteradd message */
    "bitcoin.filteradd": true;
    /** Merkleblock message */
    "bitcoin.merkleblock": true;
    /** Unknown command */
    "bitcoin.command.unknown": true;
    /** SASL Buffer Length */
    "ldap.sasl_buffer_length": number;
    /** LDAPMessage */
    "ldap.LDAPMessage_element": true[];
    /** messageID */
    "ldap.messageID": number[];
    /** protocolOp */
    "ldap.protocolOp": number[];
    /** bindRequest */
    "ldap.bindRequest_element": true;
    /** bindResponse */
    "ldap.bindResponse_element": true;
    /** unbindRequest */
    "ldap.unbindRequest_element": true;
    /** searchRequest */
    "ldap.searchRequest_element": true;
    /** searchResEntry */
    "ldap.searchResEntry_element": true[];
    /** searchResDone */
    "ldap.searchResDone_element": true;
    /** modifyRequest */
    "ldap.modifyRequest_element": true;
    /** modifyResponse */
    "ldap.modifyResponse_element": true;
    /** addRequest */
    "ldap.addRequest_element": true;
    /** addResponse */
    "ldap.addResponse_element": true;
    /** delRequest */
    "ldap.delRequest": string;
    /** delResponse */
    "ldap.delResponse_element": true;
    /** modDNRequest */
    "ldap.modDNRequest_element": true;
    /** modDNResponse */
    "ldap.modDNResponse_element": true;
    /** compareRequest */
    "ldap.compareRequest_element": true;
    /** compareResponse */
    "ldap.compareResponse_element": true;
    /** abandonRequest */
    "ldap.abandonRequest": number;
    /** extendedReq */
    "ldap.extendedReq_element": true;
    /** extendedResp */
    "ldap.extendedResp_element": true;
    /** intermediateResponse */
    "ldap.intermediateResponse_element": true;
    /** version */
    "ldap.version": number;
    /** name */
    "ldap.name": string;
    /** authentication */
    "ldap.authentication": number;
    /** simple */
    "ldap.simple": string;
    /** sasl */
    "ldap.sasl_element": true;
    /** mechanism */
    "ldap.mechanism": string;
    /** credentials */
    "ldap.credentials": Uint8Array;
    /** resultCode */
    "ldap.resultCode": number[];
    /** matchedDN */
    "ldap.matchedDN": string[];
    /** errorMessage */
    "ldap.errorMessage": string[];
    /** baseObject */
    "ldap.baseObject": string;
    /** scope */
    "ldap.scope": number;
    /** derefAliases */
    "ldap.derefAliases": number;
    /** sizeLimit */
    "ldap.sizeLimit": number;
    /** timeLimit */
    "ldap.timeLimit": number;
    /** typesOnly */
    "ldap.typesOnly": boolean;
    /** objectName */
    "ldap.objectName": string[];
    /** object */
    "ldap.object": string;
    /** entry */
    "ldap.entry": string;
    /** requestName */
    "ldap.requestName": string;
    /** responseName */
    "ldap.responseName": string;
    /** Query */
    "whois.query": string[];
    /** Answer */
    "whois.answer": string[];
    /** Request-Line */
    "sip.Request-Line": string;
    /** Status-Line */
    "sip.Status-Line": string;
    /** Method */
    "sip.Method": string;
    /** Status-Code */
    "sip.Status-Code": number;
    /** Message Header */
    "sip.msg_hdr": string;
    /** Message Body */
    "sip.msg_body": true;
    /** Continuation data */
    "sip.continuation": Uint8Array;
    /** Resent Packet */
    "sip.resend": boolean;
    /** Suspected resend of frame */
    "sip.resend-original": number;
    /** Request Frame */
    "sip.response-request": number;
    /** Response Time (ms) */
    "sip.response-time": number;
    /** Release Time (ms) */
    "sip.release-time": number;
    /** Request-URI */
    "sip.r-uri": string;
    /** Request-URI User Part */
    "sip.r-uri.user": string;
    /** Request-URI Host Part */
    "sip.r-uri.host": string;
    /** Request-URI Host Port */
    "sip.r-uri.port": string;
    /** SIP from display info */
    "sip.from.display.info": string[];
    /** sip.from.display.info or sip.to.display.info or sip.contact.display.info or sip.Route.display.info or sip.Record-Route.display.info or sip.Service-Route.display.info or sip.Path.display.info or sip.pai.display.info or sip.ppi.display.info or sip.pmiss.display.info or sip.tc.display.info */
    "sip.display.info": string[];
    /** SIP from address */
    "sip.from.addr": string[];
    /** SIP from User Part */
    "sip.from.user": string[];
    /** SIP from Host Part */
    "sip.from.host": string[];
    /** SIP from Host Port */
    "sip.from.port": string[];
    /** SIP from URI parameter */
    "sip.from.param": string[];
    /** SIP to display info */
    "sip.to.display.info": string[];
    /** SIP to address */
    "sip.to.addr": string[];
    /** SIP to User Part */
    "sip.to.user": string[];
    /** SIP to Host Part */
    "sip.to.host": string[];
    /** SIP to Host Port */
    "sip.to.port": string[];
    /** SIP to URI parameter */
    "sip.to.param": string[];
    /** Contact display info */
    "sip.contact.display.info": string[];
    /** Contact URI */
    "sip.contact.uri": string[];
    /** Contact User Part */
    "sip.contact.user": string[];
    /** Contact Host Part */
    "sip.contact.host": string[];
    /** Contact Host Port */
    "sip.contact.port": string[];
    /** Contact URI parameter */
    "sip.contact.param": string[];
    /** Route display info */
    "sip.Route.display.info": string[];
    /** Route URI */
    "sip.Route.uri": string[];
    /** Route User Part */
    "sip.Route.user": string[];
    /** Route Host Part */
    "sip.Route.host": string[];
    /** Route Host Port */
    "sip.Route.port": string[];
    /** Route URI parameter */
    "sip.Route.param": string[];
    /** Record-Route display info */
    "sip.Record-Route.display.info": string[];
    /** Record-Route URI */
    "sip.Record-Route.uri": string[];
    /** Record-Route User Part */
    "sip.Record-Route.user": string[];
    /** Record-Route Host Part */
    "sip.Record-Route.host": string[];
    /** Record-Route Host Port */
    "sip.Record-Route.port": string[];
    /** Record-Route URI parameter */
    "sip.Record-Route.param": string[];
    /** Service-Route display info */
    "sip.Service-Route.display.info": string[];
    /** Service-Route URI */
    "sip.Service-Route.uri": string[];
    /** Service-Route User Part */
    "sip.Service-Route.user": string[];
    /** Service-Route Host Part */
    "sip.Service-Route.host": string[];
    /** Service-Route Host Port */
    "sip.Service-Route.port": string[];
    /** Service-Route URI parameter */
    "sip.Service-Route.param": string[];
    /** Path display info */
    "sip.Path.display.info": string[];
    /** Path URI */
    "sip.Path.uri": string[];
    /** Path User Part */
    "sip.Path.user": string[];
    /** Path Host Part */
    "sip.Path.host": string[];
    /** Path Host Port */
    "sip.Path.port": string[];
    /** Path URI parameter */
    "sip.Path.param": string[];
    /** SIP PAI display info */
    "sip.pai.display.info": string[];
    /** SIP PAI address */
    "sip.pai.addr": string[];
    /** SIP PAI User Part */
    "sip.pai.user": string[];
    /** SIP PAI Host Part */
    "sip.pai.host": string[];
    /** SIP PAI Host Port */
    "sip.pai.port": string[];
    /** SIP PAI URI parameter */
    "sip.pai.param": string[];
    /** SIP PPI display info */
    "sip.ppi.display.info": string[];
    /** SIP PPI address */
    "sip.ppi.addr": string[];
    /** SIP PPI User Part */
    "sip.ppi.user": string[];
    /** SIP PPI Host Part */
    "sip.ppi.host": string[];
    /** SIP PPI Host Port */
    "sip.ppi.port": string[];
    /** SIP PPI URI parameter */
    "sip.ppi.param": string[];
    /** SIP PMISS display info */
    "sip.pmiss.display.info": string[];
    /** SIP PMISS address */
    "sip.pmiss.addr": string[];
    /** SIP PMISS User Part */
    "sip.pmiss.user": string[];
    /** SIP PMISS Host Part */
    "sip.pmiss.host": string[];
    /** SIP PMISS Host Port */
    "sip.pmiss.port": string[];
    /** SIP PMISS URI parameter */
    "sip.pmiss.param": string[];
    /** SIP TC display info */
    "sip.tc.display.info": string[];
    /** SIP TC address */
    "sip.tc.addr": string[];
    /** SIP TC User Part */
    "sip.tc.user": string[];
    /** SIP TC Host Part */
    "sip.tc.host": string[];
    /** SIP TC Host Port */
    "sip.tc.port": string[];
    /** SIP TC URI parameter */
    "sip.tc.param": string[];
    /** Accept */
    "sip.Accept": string[];
    /** Accept-Contact */
    "sip.Accept-Contact": string[];
    /** Accept-Encoding */
    "sip.Accept-Encoding": string[];
    /** Accept-Language */
    "sip.Accept-Language": string[];
    /** Accept-Resource-Priority */
    "sip.Accept-Resource-Priority": string[];
    /** Additional-Identity */
    "sip.Additional-Identity": string[];
    /** Alert-Info */
    "sip.Alert-Info": string[];
    /** Allow */
    "sip.Allow": string[];
    /** Allow-Events */
    "sip.Allow-Events": string[];
    /** Answer-Mode */
    "sip.Answer-Mode": string[];
    /** Attestation-Info */
    "sip.Attestation-Info": string[];
    /** Authentication-Info */
    "sip.Authentication-Info": string[];
    /** Authorization */
    "sip.Authorization": string[];
    /** Call-ID */
    "sip.Call-ID": string[];
    /** Call-Info */
    "sip.Call-Info": string[];
    /** Cellular-Network-Info */
    "sip.Cellular-Network-Info": string[];
    /** Contact */
    "sip.Contact": string[];
    /** Content-Disposition */
    "sip.Content-Disposition": string[];
    /** Content-Encoding */
    "sip.Content-Encoding": string[];
    /** Content-Language */
    "sip.Content-Language": string[];
    /** Content-Type */
    "sip.Content-Type": string[];
    /** CSeq */
    "sip.CSeq": string[];
    /** Date */
    "sip.Date": string[];
    /** Error-Info */
    "sip.Error-Info": string[];
    /** Event */
    "sip.Event": string[];
    /** Feature-Caps */
    "sip.Feature-Caps": string[];
    /** Flow-Timer */
    "sip.Flow-Timer": string[];
    /** From */
    "sip.From": string[];
    /** Geolocation */
    "sip.Geolocation": string[];
    /** Geolocation-Error */
    "sip.Geolocation-Error": string[];
    /** Geolocation-Routing */
    "sip.Geolocation-Routing": string[];
    /** History-Info */
    "sip.History-Info": string[];
    /** Identity */
    "sip.Identity": string[];
    /** Identity-info */
    "sip.Identity-info": string[];
    /** Info-Package */
    "sip.Info-Package": string[];
    /** In-Reply-To */
    "sip.In-Reply-To": string[];
    /** Join */
    "sip.Join": string[];
    /** MIME-Version */
    "sip.MIME-Version": string[];
    /** Min-Expires */
    "sip.Min-Expires": string[];
    /** Min-SE */
    "sip.Min-SE": string[];
    /** Organization */
    "sip.Organization": string[];
    /** Origination-Id */
    "sip.Origination-Id": string[];
    /** P-Access-Network-Info */
    "sip.P-Access-Network-Info": string[];
    /** P-Answer-State */
    "sip.P-Answer-State": string[];
    /** P-Asserted-Identity */
    "sip.P-Asserted-Identity": string[];
    /** P-Asserted-Service */
    "sip.P-Asserted-Service": string[];
    /** P-Charge-Info */
    "sip.P-Charge-Info": string[];
    /** P-Associated-URI */
    "sip.P-Associated-URI": string[];
    /** P-Called-Party-ID */
    "sip.P-Called-Party-ID": string[];
    /** P-Charging-Function-Addresses */
    "sip.P-Charging-Function-Addresses": string[];
    /** P-Charging-Vector */
    "sip.P-Charging-Vector": string[];
    /** P-DCS-Trace-Party-ID */
    "sip.P-DCS-Trace-Party-ID": string[];
    /** P-DCS-OSPS */
    "sip.P-DCS-OSPS": string[];
    /** P-DCS-Billing-Info */
    "sip.P-DCS-Billing-Info": string[];
    /** P-DCS-LAES */
    "sip.P-DCS-LAES": string[];
    /** P-DCS-Redirect */
    "sip.P-DCS-Redirect": string[];
    /** P-Early-Media */
    "sip.P-Early-Media": string[];
    /** P-Media-Authorization */
    "sip.P-Media-Authorization": string[];
    /** P-Preferred-Identity */
    "sip.P-Preferred-Identity": string[];
    /** P-Preferred-Service */
    "sip.P-Preferred-Service": string[];
    /** P-Profile-Key */
    "sip.P-Profile-Key": string[];
    /** P-Refused-URI-List */
    "sip.P-Refused-URI-List": string[];
    /** P-Served-User */
    "sip.P-Served-User": string[];
    /** P-User-Database */
    "sip.P-User-Database": string[];
    /** P-Visited-Network-ID */
    "sip.P-Visited-Network-ID": string[];
    /** Path */
    "sip.Path": string[];
    /** Permission-Missing */
    "sip.Permission-Missing": string[];
    /** Priority */
    "sip.Priority": string[];
    /** Priority-Share */
    "sip.Priority-Share": string[];
    /** Priv-Answer-mode */
    "sip.Priv-Answer-mode": string[];
    /** Privacy */
    "sip.Privacy": string[];
    /** Proxy-Authenticate */
    "sip.Proxy-Authenticate": string[];
    /** Proxy-Authorization */
    "sip.Proxy-Authorization": string[];
    /** Proxy-Require */
    "sip.Proxy-Require": string[];
    /** Reason */
    "sip.Reason": string[];
    /** Reason-Phrase */
    "sip.Reason-Phrase": string[];
    /** Record-Route */
    "sip.Record-Route": string[];
    /** Recv-Info */
    "sip.Recv-Info": string[];
    /** Refer-Sub */
    "sip.Refer-Sub": string[];
    /** Refer-To */
    "sip.Refer-To": string[];
    /** Reject-Contact */
    "sip.Reject-Contact": string[];
    /** Relayed-Charge */
    "sip.Relayed-Charge": string[];
    /** Replaces */
    "sip.Replaces": string[];
    /** Reply-To */
    "sip.Reply-To": string[];
    /** Request-Disposition */
    "sip.Request-Disposition": string[];
    /** Require */
    "sip.Require": string[];
    /** Resource-Priority */
    "sip.Resource-Priority": string[];
    /** Resource-Share */
    "sip.Resource-Share": string[];
    /** Response-Source */
    "sip.Response-Source": string[];
    /** Restoration-Info */
    "sip.Restoration-Info": string[];
    /** Route */
    "sip.Route": string[];
    /** Security-Client */
    "sip.Security-Client": string[];
    /** Security-Server */
    "sip.Security-Server": string[];
    /** Security-Verify */
    "sip.Security-Verify": string[];
    /** Server */
    "sip.Server": string[];
    /** Service-Interact-Info */
    "sip.Service-Interact-Info": string[];
    /** Service-Route */
    "sip.Service-Route": string[];
    /** Session-Expires */
    "sip.Session-Expires": string[];
    /** Session-ID */
    "sip.Session-ID": string[];
    /** Subject */
    "sip.Subject": string[];
    /** Subscription-State */
    "sip.Subscription-State": string[];
    /** Supported */
    "sip.Supported": string[];
    /** Target-Dialog */
    "sip.Target-Dialog": string[];
    /** Timestamp */
    "sip.Timestamp": string[];
    /** To */
    "sip.To": string[];
    /** Trigger-Consent */
    "sip.Trigger-Consent": string[];
    /** Unsupported */
    "sip.Unsupported": string[];
    /** User-Agent */
    "sip.User-Agent": string[];
    /** Via */
    "sip.Via": string[];
    /** Warning */
    "sip.Warning": string[];
    /** WWW-Authenticate */
    "sip.WWW-Authenticate": string[];
    /** Diversion */
    "sip.Diversion": string[];
    /** RAck */
    "sip.RAck": string[];
    /** Referred-By */
    "sip.Referred-by": string[];
    /** SIP-ETag */
    "sip.ETag": string[];
    /** SIP-If-Match */
    "sip.If_Match": string[];
    /** Suppress-If-Match */
    "sip.Suppress_If_Match": string[];
    /** Policy-Contact */
    "sip.Policy_Contact": string[];
    /** Policy-ID */
    "sip.Policy_ID": string[];
    /** User-to-User */
    "sip.uui": string[];
    /** Content-Length */
    "sip.Content-Length": number[];
    /** Expires */
    "sip.Expires": number[];
    /** Max-Breadth */
    "sip.Max-Breadth": number[];
    /** Max-Forwards */
    "sip.Max-Forwards": number[];
    /** Retry-After */
    "sip.Retry-After": number[];
    /** RSeq */
    "sip.RSeq": number[];
    /** Authentication */
    "sip.auth": string[];
    /** Unrecognised SIP header */
    "sip.unrecognized_header": true[];
    /** Header has no colon after the name */
    "sip.header_no_colon": true[];
    /** Header not terminated by empty line (CRLF) */
    "sip.header_not_terminated": true;
    /** Invalid content_length */
    "sip.content_length.invalid": true[];
    /** Invalid retry_after value */
    "sip.retry_after.invalid": true[];
    /** Transport */
    "sip.Via.transport": string[];
    /** Sent-by Address */
    "sip.Via.sent-by.address": string[];
    /** Sent-by port */
    "sip.Via.sent-by.port": number[];
    /** Invalid SIP Via sent-by-port */
    "sip.Via.sent-by.port.invalid": true[];
    /** Branch */
    "sip.Via.branch": string[];
    /** Maddr */
    "sip.Via.maddr": string[];
    /** RPort */
    "sip.Via.rport": string[];
    /** Received */
    "sip.Via.received": string[];
    /** TTL */
    "sip.Via.ttl": string[];
    /** Comp */
    "sip.Via.comp": string[];
    /** Sigcomp identifier */
    "sip.Via.sigcomp-id": string[];
    /** Overload Control */
    "sip.Via.oc": string[];
    /** Overload Control Validity */
    "sip.Via.oc_validity": string[];
    /** Overload Control Sequence */
    "sip.Via.oc_seq": string[];
    /** Overload Control Algorithm */
    "sip.Via.oc_algo": string[];
    /** be-route */
    "sip.Via.be_route": string[];
    /** Authentication Scheme */
    "sip.auth.scheme": string[];
    /** Digest Authentication Response */
    "sip.auth.digest.response": string[];
    /** Nonce Count */
    "sip.auth.nc": string[];
    /** Username */
    "sip.auth.username": string[];
    /** Realm */
    "sip.auth.realm": string[];
    /** Nonce Value */
    "sip.auth.nonce": string[];
    /** Algorithm */
    "sip.auth.algorithm": string[];
    /** Opaque Value */
    "sip.auth.opaque": string[];
    /** QOP */
    "sip.auth.qop": string[];
    /** CNonce Value */
    "sip.auth.cnonce": string[];
    /** Authentication URI */
    "sip.auth.uri": string[];
    /** Authentication Domain */
    "sip.auth.domain": string[];
    /** Stale Flag */
    "sip.auth.stale": string[];
    /** Authentication Token */
    "sip.auth.auts": string[];
    /** Response auth */
    "sip.auth.rspauth": string[];
    /** Next Nonce */
    "sip.auth.nextnonce": string[];
    /** Integrity Key */
    "sip.auth.ik": string[];
    /** Cyphering Key */
    "sip.auth.ck": string[];
    /** RSeq Sequence Number */
    "sip.RAck.RSeq.seq": number[];
    /** CSeq Sequence Number */
    "sip.RAck.CSeq.seq": number[];
    /** Reason protocols */
    "sip.reason_protocols": string[];
    /** Cause */
    "sip.reason_cause_q850": number[];
    /** Cause */
    "sip.reason_cause_sip": number[];
    /** Cause */
    "sip.reason_cause_other": number[];
    /** Text */
    "sip.reason_text": string[];
    /** access-type */
    "sip.P-Access-Network-Info.access-type": string[];
    /** utran-cell-id-3gpp */
    "sip.P-Access-Network-Info.utran-cell-id-3gpp": string[];
    /** icid-value */
    "sip.icid_value": string[];
    /** SIP TC Target URI */
    "sip.tc.target-uri": string[];
    /** Contact parameter */
    "sip.contact.parameter": string[];
    /** Sequence Number */
    "sip.CSeq.seq": number[];
    /** Method */
    "sip.CSeq.method": string[];
    /** SIP from tag */
    "sip.from.tag": string;
    /** sip.from.tag or sip.to.tag */
    "sip.tag": string[];
    /** SIP to tag */
    "sip.to.tag": string;
    /** Session Description Protocol Version (v) */
    "sdp.version": string[];
    /** Owner/Creator, Session Id (o) */
    "sdp.owner": string[];
    /** Session Name (s) */
    "sdp.session_name": string[];
    /** Session Information (i) */
    "sdp.session_info": string[];
    /** URI of Description (u) */
    "sdp.uri": string[];
    /** E-mail Address (e) */
    "sdp.email": string[];
    /** Phone Number (p) */
    "sdp.phone": string[];
    /** Connection Information (c) */
    "sdp.connection_info": string[];
    /** Bandwidth Information (b) */
    "sdp.bandwidth": string[];
    /** Time Description, active time (t) */
    "sdp.time": string[];
    /** Repeat Time (r) */
    "sdp.repeat_time": string[];
    /** Time Zone Adjustments (z) */
    "sdp.timezone": string[];
    /** Encryption Key (k) */
    "sdp.encryption_key": string[];
    /** Session Attribute (a) */
    "sdp.session_attr": string[];
    /** Media Description, name and address (m) */
    "sdp.media": string[];
    /** Media Title (i) */
    "sdp.media_title": string[];
    /** Media Attribute (a) */
    "sdp.media_attr": string[];
    /** Unknown */
    "sdp.unknown": string[];
    /** Invalid line */
    "sdp.invalid": string[];
    /** Invalid SDP line (no '=' delimiter) */
    "sdp.invalid_line.no_equal": true[];
    /** Owner Username */
    "sdp.owner.username": string;
    /** Session ID */
    "sdp.owner.sessionid": string;
    /** Session Version */
    "sdp.owner.version": string;
    /** Owner Network Type */
    "sdp.owner.network_type": string;
    /** Owner Address Type */
    "sdp.owner.address_type": string;
    /** Owner Address */
    "sdp.owner.address": string;
    /** Connection Network Type */
    "sdp.connection_info.network_type": string[];
    /** Connection Address Type */
    "sdp.connection_info.address_type": string[];
    /** Connection Address */
    "sdp.connection_info.address": string[];
    /** Connection TTL */
    "sdp.connection_info.ttl": string[];
    /** Connection Number of Addresses */
    "sdp.connection_info.num_addr": string[];
    /** Bandwidth Modifier */
    "sdp.bandwidth.modifier": string[];
    /** Bandwidth Value */
    "sdp.bandwidth.value": string[];
    /** Session Start Time */
    "sdp.time.start": string[];
    /** Session Stop Time */
    "sdp.time.stop": string[];
    /** Repeat Interval */
    "sdp.repeat_time.interval": string[];
    /** Repeat Duration */
    "sdp.repeat_time.duration": string[];
    /** Repeat Offset */
    "sdp.repeat_time.offset": string[];
    /** Timezone Time */
    "sdp.timezone.time": string[];
    /** Timezone Offset */
    "sdp.timezone.offset": string[];
    /** Key Type */
    "sdp.encryption_key.type": string[];
    /** Key Data */
    "sdp.encryption_key.data": string[];
    /** Session Attribute Fieldname */
    "sdp.session_attr.field": string[];
    /** Session Attribute Value */
    "sdp.session_attr.value": string[];
    /** Media Type */
    "sdp.media.media": string[];
    /** Media Port */
    "sdp.media.port": number[];
    /** Media Port */
    "sdp.media.port_string": string[];
    /** Media Port Count */
    "sdp.media.portcount": string[];
    /** Media Protocol */
    "sdp.media.proto": string[];
    /** Media Format */
    "sdp.media.format": string[];
    /** Media Attribute Fieldname */
    "sdp.media_attribute.field": string[];
    /** Media Attribute Value */
    "sdp.media_attribute.value": string[];
    /** MIME Type */
    "sdp.mime.type": string[];
    /** Sample Rate */
    "sdp.sample_rate": string[];
    /** Media format specific parameters */
    "sdp.fmtp.parameter": string[];
    /** Foundation */
    "sdp.ice_candidate.foundation": string[];
    /** Component ID */
    "sdp.ice_candidate.componentid": string[];
    /** Transport */
    "sdp.ice_candidate.transport": string[];
    /** Priority */
    "sdp.ice_candidate.priority": string[];
    /** Connection Address */
    "sdp.ice_candidate.address": string[];
    /** Candidate Port */
    "sdp.ice_candidate.port": string[];
    /** Candidate Type */
    "sdp.ice_candidate.type": string[];
    /** Request */
    "rtsp.request": string;
    /** Response */
    "rtsp.response": string;
    /** Method */
    "rtsp.method": string;
    /** URL */
    "rtsp.url": string;
    /** Status */
    "rtsp.status": number;
    /** Magic */
    "rtsp.magic": number;
    /** Channel */
    "rtsp.channel": number;
    /** Length */
    "rtsp.length": number;
    /** Function Code */
    "modbus.func_code": number;
    /** Transaction Identifier */
    "mbtcp.trans_id": number;
    /** Protocol Identifier */
    "mbtcp.prot_id": number;
    /** Length */
    "mbtcp.len": number;
    /** Unit Identifier */
    "mbtcp.unit_id": number;
    /** initRequest */
    "z3950.initRequest_element": true;
    /** initResponse */
    "z3950.initResponse_element": true;
    /** searchRequest */
    "z3950.searchRequest_element": true;
    /** searchResponse */
    "z3950.searchResponse_element": true;
    /** presentRequest */
    "z3950.presentRequest_element": true;
    /** presentResponse */
    "z3950.presentResponse_element": true;
    /** deleteResultSetRequest */
    "z3950.deleteResultSetRequest_element": true;
    /** deleteResultSetResponse */
    "z3950.deleteResultSetResponse_element": true;
    /** Version */
    "tpkt.version": number;
    /** Reserved */
    "tpkt.reserved": number;
    /** Length */
    "tpkt.length": number;
    /** Continuation data */
    "tpkt.continuation_data": Uint8Array;
    /** Type */
    "tds.type": number;
    /** Status */
    "tds.status": number;
    /** End of message */
    "tds.status.eom": boolean;
    /** Length */
    "tds.length": number;
    /** Channel */
    "tds.channel": number;
    /** Packet Number */
    "tds.packet_number": number;
    /** Window */
    "tds.window": number;
    /** Header Flags */
    "mqtt.hdrflags": number[];
    /** Message Type */
    "mqtt.msgtype": number[];
    /** Reserved */
    "mqtt.hdr_reserved": number[];
    /** DUP Flag */
    "mqtt.dupflag": boolean[];
    /** QoS Level */
    "mqtt.qos": number[];
    /** Retain */
    "mqtt.retain": boolean[];
    /** Reserved */
    "mqtt.retain_reserved": number[];
    /** Connect Flags */
    "mqtt.conflags": number[];
    /** User Name Flag */
    "mqtt.conflag.uname": boolean[];
    /** Password Flag */
    "mqtt.conflag.passwd": boolean[];
    /** Will Retain */
    "mqtt.conflag.retain": boolean[];
    /** QoS Level */
    "mqtt.conflag.qos": number[];
    /** Will Flag */
    "mqtt.conflag.willflag": boolean[];
    /** Clean Session Flag */
    "mqtt.conflag.cleansess": boolean[];
    /** (Reserved) */
    "mqtt.conflag.reserved": boolean[];
    /** Acknowledge Flags */
    "mqtt.conack.flags": number[];
    /** Reserved */
    "mqtt.conack.flags.reserved": boolean;
    /** Session Present */
    "mqtt.conack.flags.sp": boolean[];
    /** Subscription Options */
    "mqtt.subscription_options": number[];
    /** Reserved */
    "mqtt.subscription_options_reserved": number[];
    /** Retain Handling */
    "mqtt.subscription_options_retain": number[];
    /** Retain As Published */
    "mqtt.subscription_options_rap": boolean[];
    /** No Local */
    "mqtt.subscription_options_nl": boolean[];
    /** QoS */
    "mqtt.subscription_options_qos": number[];
    /** Unknown version (missing the CONNECT packet?) */
    "mqtt.unknown_version": true[];
    /** Msg Len */
    "mqtt.len": number[];
    /** Protocol Name Length */
    "mqtt.proto_len": number[];
    /** Protocol Name */
    "mqtt.protoname": string[];
    /** Version */
    "mqtt.ver": number[];
    /** Keep Alive */
    "mqtt.kalive": number[];
    /** Client ID Length */
    "mqtt.clientid_len": number[];
    /** Client ID */
    "mqtt.clientid": string[];
    /** Will Topic Length */
    "mqtt.willtopic_len": number[];
    /** Will Topic */
    "mqtt.willtopic": string[];
    /** Will Message Length */
    "mqtt.willmsg_len": number[];
    /** Will Message */
    "mqtt.willmsg": Uint8Array[];
    /** User Name Length */
    "mqtt.username_len": number[];
    /** User Name */
    "mqtt.username": string[];
    /** Password Length */
    "mqtt.passwd_len": number[];
    /** Password */
    "mqtt.passwd": string[];
    /** Topic Length */
    "mqtt.topic_len": number[];
    /** Length cannot be 0 */
    "mqtt.illegal_topic_length": true[];
    /** Topic */
    "mqtt.topic": string[];
    /** Unknown topic alias */
    "mqtt.unknown_topic_alias": true[];
    /** Message Identifier */
    "mqtt.msgid": number[];
    /** Message */
    "mqtt.msg": Uint8Array[];
    /** Return Code */
    "mqtt.conack.val": number[];
    /** Requested QoS */
    "mqtt.sub.qos": number[];
    /** Granted QoS */
    "mqtt.suback.qos": number[];
    /** Reason Code */
    "mqtt.connack.reason_code": number[];
    /** Reason Code */
    "mqtt.puback.reason_code": number[];
    /** Reason Code */
    "mqtt.pubrec.reason_code": number[];
    /** Reason Code */
    "mqtt.pubrel.reason_code": number[];
    /** Reason Code */
    "mqtt.pubcomp.reason_code": number[];
    /** Reason Code */
    "mqtt.suback.reason_code": number[];
    /** Reason Code */
    "mqtt.unsuback.reason_code": number[];
    /** Reason Code */
    "mqtt.disconnect.reason_code": number[];
    /** Reason Code */
    "mqtt.auth.reason_code": number[];
    /** Properties */
    "mqtt.properties": true[];
    /** Will Properties */
    "mqtt.will_properties": true[];
    /** Total Length */
    "mqtt.property_len": number[];
    /** ID */
    "mqtt.property_id": number[];
    /** Value */
    "mqtt.prop_number": number[];
    /** Content Type */
    "mqtt.property.content_type": string[];
    /** QoS */
    "mqtt.property.max_qos": number[];
    /** Topic Alias */
    "mqtt.property.topic_alias": number[];
    /** Unknown Property */
    "mqtt.prop_unknown": string[];
    /** Length */
    "mqtt.prop_string_len": number[];
    /** Value */
    "mqtt.prop_string": string[];
    /** Key Length */
    "mqtt.prop_key_len": number[];
    /** Key */
    "mqtt.prop_key": string[];
    /** Value Length */
    "mqtt.prop_value_len": number[];
    /** Value */
    "mqtt.prop_value": string[];
    /** ApduLen */
    "iec60870_104.apdulen": number;
    /** Type */
    "iec60870_104.type": number;
    /** UType */
    "iec60870_104.utype": number;
    /** Tx */
    "iec60870_104.tx": number;
    /** Rx */
    "iec60870_104.rx": number;
    /** Data */
    "iec60870_104.data": Uint8Array[];
    /** Magic */
    "giop.magic": string;
    /** Major Version */
    "giop.major_version": number;
    /** Minor Version */
    "giop.minor_version": number;
    /** Message Flags */
    "giop.flags": number;
    /** Fragment */
    "giop.flags.fragment": boolean;
    /** Little Endian */
    "giop.flags.little_endian": boolean;
    /** Message type */
    "giop.type": number;
    /** Message size */
    "giop.len": number;
    /** Request id */
    "giop.request_id": number;
    /** Version */
    "dcerpc.ver": number;
    /** Version (minor) */
    "dcerpc.ver_minor": number;
    /** Packet type */
    "dcerpc.pkt_type": number;
    /** Packet Flags */
    "dcerpc.cn_flags": number;
    /** Object */
    "dcerpc.cn_flags.object": boolean;
    /** Maybe */
    "dcerpc.cn_flags.maybe": boolean;
    /** Did Not Execute */
    "dcerpc.cn_flags.dne": boolean;
    /** Multiplex */
    "dcerpc.cn_flags.mpx": boolean;
    /** Reserved */
    "dcerpc.cn_flags.reserved": boolean;
    /** Cancel Pending */
    "dcerpc.cn_flags.cancel_pending": boolean;
    /** Last Frag */
    "dcerpc.cn_flags.last_frag": boolean;
    /** First Frag */
    "dcerpc.cn_flags.first_frag": boolean;
    /** Data Representation */
    "dcerpc.drep": Uint8Array;
    /** Byte order */
    "dcerpc.drep.byteorder": number;
    /** Character */
    "dcerpc.drep.character": number;
    /** Floating-point */
    "dcerpc.drep.fp": number;
    /** Frag Length */
    "dcerpc.cn_frag_len": number;
    /** Auth Length */
    "dcerpc.cn_auth_len": number;
    /** Call ID */
    "dcerpc.cn_call_id": number;
    /** Alloc hint */
    "dcerpc.cn_alloc_hint": number;
    /** Context ID */
    "dcerpc.cn_ctx_id": number;
    /** Opnum */
    "dcerpc.opnum": number;
    /** Cancel count */
    "dcerpc.cn_cancel_count": number;
    /** Length */
    "cotp.li": number;
    /** PDU Type */
    "cotp.type": number;
    /** Destination reference */
    "cotp.destref": number;
    /** Source reference */
    "cotp.srcref": number;
    /** Class */
    "cotp.class": number;
    /** Extended formats */
    "cotp.opts.extended_formats": boolean;
    /** No explicit flow control */
    "cotp.opts.no_explicit_flow_control": boolean;
    /** Last data unit */
    "cotp.eot": boolean;
    /** TPDU number */
    "cotp.tpdu-number": number;
    /** Parameter code */
    "cotp.parameter_code": number[];
    /** Parameter length */
    "cotp.parameter_length": number[];
    /** TPDU size */
    "cotp.tpdu_size": number;
    /** Source TSAP */
    "cotp.src-tsap": string;
    /** Source TSAP */
    "cotp.src-tsap-bytes": Uint8Array;
    /** Destination TSAP */
    "cotp.dst-tsap": string;
    /** Destination TSAP */
    "cotp.dst-tsap-bytes": Uint8Array;
    /** Parameter value */
    "cotp.parameter_value": Uint8Array[];
    /** Marker */
    "bgp.marker": Uint8Array[];
    /** Length */
    "bgp.length": number[];
    /** Type */
    "bgp.type": number[];
    /** Version */
    "bgp.open.version": number[];
    /** My AS */
    "bgp.open.myas": number[];
    /** Hold Time */
    "bgp.open.holdtime": number[];
    /** BGP Identifier */
    "bgp.open.identifier": string[];
    /** Optional Parameters Length */
    "bgp.open.opt.len": number[];
    /** Address family identifier (AFI) */
    "bgp.route_refresh.afi": number[];
    /** Subtype */
    "bgp.route_refresh.subtype": number[];
    /** Subsequent address family identifier (SAFI) */
    "bgp.route_refresh.safi": number[];
    /** Flags */
    "bgp.update.path_attribute.flags": number[];
    /** Optional */
    "bgp.update.path_attribute.flags.optional": boolean[];
    /** Transitive */
    "bgp.update.path_attribute.flags.transitive": boolean[];
    /** Partial */
    "bgp.update.path_attribute.flags.partial": boolean[];
    /** Extended-Length */
    "bgp.update.path_attribute.flags.extended_length": boolean[];
    /** Unused */
    "bgp.update.path_attribute.flags.unused": number[];
    /** Type Code */
    "bgp.update.path_attribute.type_code": number[];
    /** Restart Timers */
    "bgp.cap.gr.timers": number[];
    /** Restart state */
    "bgp.cap.gr.timers.restart_flag": boolean[];
    /** Graceful notification */
    "bgp.cap.gr.timers.notification_flag": boolean[];
    /** Time */
    "bgp.cap.gr.timers.restart_time": number[];
    /** AFI */
    "bgp.cap.gr.afi": number[];
    /** SAFI */
    "bgp.cap.gr.safi": number[];
    /** Flag */
    "bgp.cap.gr.flag": number[];
    /** Preserve forwarding state */
    "bgp.cap.gr.flag.pfs": boolean[];
    /** Type */
    "bgp.ext_com.type": number[];
    /** IANA Authority */
    "bgp.ext_com.type.auth": boolean[];
    /** Transitive across ASes */
    "bgp.ext_com.type.tran": boolean[];
    /** Continuation */
    "bgp.continuation": true;
    /** Marker is not all ones */
    "bgp.marker_invalid": true;
    /** Length is invalid */
    "bgp.length.invalid": true[];
    /** Prefix Length */
    "bgp.prefix_length": number[];
    /** Withdrawn prefix */
    "bgp.withdrawn_prefix": string[];
    /** NLRI prefix */
    "bgp.nlri_prefix": string[];
    /** MP Reach NLRI IPv4 prefix */
    "bgp.mp_reach_nlri_ipv4_prefix": string[];
    /** MP Unreach NLRI IPv4 prefix */
    "bgp.mp_unreach_nlri_ipv4_prefix": string[];
    /** MP Reach NLRI IPv6 prefix */
    "bgp.mp_reach_nlri_ipv6_prefix": string[];
    /** MP Unreach NLRI IPv6 prefix */
    "bgp.mp_unreach_nlri_ipv6_prefix": string[];
    /** Label Stack */
    "bgp.label_stack": string[];
    /** Route Distinguisher */
    "bgp.rd": string[];
    /** Optional Parameters */
    "bgp.open.opt": true[];
    /** Optional Parameter */
    "bgp.open.opt.param": true[];
    /** Parameter Type */
    "bgp.open.opt.param.type": number[];
    /** Parameter Length */
    "bgp.open.opt.param.len": number[];
    /** Authentication Data */
    "bgp.open.opt.param.auth": Uint8Array[];
    /** Unknown */
    "bgp.open.opt.param.unknown": Uint8Array[];
    /** Capability */
    "bgp.cap": true[];
    /** Type */
    "bgp.cap.type": number[];
    /** Length */
    "bgp.cap.length": number[];
    /** Capability length is wrong */
    "bgp.cap.length.bad": true[];
    /** Action */
    "bgp.cap.action": number[];
    /** Unknown */
    "bgp.cap.unknown": Uint8Array[];
    /** Reserved */
    "bgp.cap.reserved": Uint8Array[];
    /** AFI */
    "bgp.cap.mp.afi": number[];
    /** SAFI */
    "bgp.cap.mp.safi": number[];
    /** AFI */
    "bgp.cap.enh.afi": number[];
    /** SAFI */
    "bgp.cap.enh.safi": number[];
    /** Next hop AFI */
    "bgp.cap.enh.nhafi": number[];
    /** Graceful Restart Capability supported in Helper mode only */
    "bgp.cap.gr.helper_mode_only": true[];
    /** AS Number */
    "bgp.cap.4as": number[];
    /** AFI */
    "bgp.cap.ap.afi": number[];
    /** SAFI */
    "bgp.cap.ap.safi": number[];
    /** Send/Receive */
    "bgp.cap.ap.sendreceive": number[];
    /** Hostname Length */
    "bgp.cap.orf.fqdn.hostname.len": number[];
    /** Hostname */
    "bgp.cap.orf.fqdn.hostname": string[];
    /** Domain Name Length */
    "bgp.cap.orf.fqdn.domain_name.len": number[];
    /** Domain Name */
    "bgp.cap.orf.fqdn.domain_name": string[];
    /** Major error Code */
    "bgp.notify.major_error": number[];
    /** Minor error Code (Message Header) */
    "bgp.notify.minor_error": number[];
    /** Minor error Code (Open Message) */
    "bgp.notify.minor_error_open": number[];
    /** Minor error Code (Update Message) */
    "bgp.notify.minor_error_update": number[];
    /** Minor error Code (Hold Timer Expired) */
    "bgp.notify.minor_error_expired": number[];
    /** Minor error Code (State Machine) */
    "bgp.notify.minor_error_state": number[];
    /** Minor error Code (Cease) */
    "bgp.notify.minor_error_cease": number[];
    /** Minor error Code (Capability Message) */
    "bgp.notify.minor_error_capability": number[];
    /** Minor error Code (Unknown) */
    "bgp.notify.minor_error_unknown": number[];
    /** Bad Peer AS */
    "bgp.notify.error_open.bad_peer_as": number[];
    /** BGP Shutdown Communication Length */
    "bgp.notify.communication_length": number[];
    /** Shutdown Communication */
    "bgp.notify.communication": string[];
    /** Data */
    "bgp.notify.minor_data": Uint8Array[];
    /** Withdrawn Routes Length */
    "bgp.update.withdrawn_routes.length": number[];
    /** Withdrawn Routes */
    "bgp.update.withdrawn_routes": true[];
    /** Total Path Attribute Length */
    "bgp.update.path_attributes.length": number[];
    /** Path attributes */
    "bgp.update.path_attributes": true[];
    /** Unknown Path attributes */
    "bgp.update.path_attributes.unknown": true[];
    /** Path Attribute */
    "bgp.update.path_attribute": true[];
    /** Network Layer Reachability Information (NLRI) */
    "bgp.update.nlri": true[];
    /** Length */
    "bgp.update.path_attribute.length": number[];
    /** Origin */
    "bgp.update.path_attribute.origin": number[];
    /** AS Path segment */
    "bgp.update.path_attribute.as_path_segment": true[];
    /** Segment type */
    "bgp.update.path_attribute.as_path_segment.type": number[];
    /** Segment length (number of ASN) */
    "bgp.update.path_attribute.as_path_segment.length": number[];
    /** AS2 */
    "bgp.update.path_attribute.as_path_segment.as2": number[];
    /** AS4 */
    "bgp.update.path_attribute.as_path_segment.as4": number[];
    /** Next hop */
    "bgp.update.path_attribute.next_hop": string[];
    /** Multiple exit discriminator */
    "bgp.update.path_attribute.multi_exit_disc": number[];
    /** Local preference */
    "bgp.update.path_attribute.local_pref": number[];
    /** Aggregator AS */
    "bgp.update.path_attribute.aggregator_as": number[];
    /** Aggregator origin */
    "bgp.update.path_attribute.aggregator_origin": string[];
    /** Communities */
    "bgp.update.path_attribute.communities": true[];
    /** Community */
    "bgp.update.path_attribute.community": true[];
    /** Community Well-known */
    "bgp.update.path_attribute.community_wellknown": number[];
    /** Community AS */
    "bgp.update.path_attribute.community_as": number[];
    /** Community value */
    "bgp.update.path_attribute.community_value": number[];
    /** Originator identifier */
    "bgp.update.path_attribute.originator_id": string[];
    /** Origin AS */
    "bgp.update.path_attribute.attr_set.origin_as": number[];
    /** Address family identifier (AFI) */
    "bgp.update.path_attribute.mp_reach_nlri.afi": number[];
    /** Subsequent address family identifier (SAFI) */
    "bgp.update.path_attribute.mp_reach_nlri.safi": number[];
    /** Next hop */
    "bgp.update.path_attribute.mp_reach_nlri.next_hop": Uint8Array[];
    /** Route Distinguisher */
    "bgp.update.path_attribute.mp_reach_nlri.next_hop.rd": string[];
    /** IPv4 Address */
    "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4": string[];
    /** IPv6 Address */
    "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6": string[];
    /** Link-local Address */
    "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local": string[];
    /** Number of Subnetwork points of attachment (SNPA) */
    "bgp.update.path_attribute.mp_reach_nlri.nbr_snpa": number[];
    /** SNPA Length */
    "bgp.update.path_attribute.mp_reach_nlri.snpa_length": number[];
    /** SNPA */
    "bgp.update.path_attribute.mp_reach_nlri.snpa": Uint8Array[];
    /** Network Layer Reachability Information (NLRI) */
    "bgp.update.path_attribute.mp_reach_nlri": true[];
    /** Address family identifier (AFI) */
    "bgp.update.path_attribute.mp_unreach_nlri.afi": number[];
    /** Subsequent address family identifier (SAFI) */
    "bgp.update.path_attribute.mp_unreach_nlri.safi": number[];
    /** Withdrawn Routes */
    "bgp.update.path_attribute.mp_unreach_nlri": true[];
    /** Cluster List */
    "bgp.path_attribute.cluster_list": true[];
    /** Cluster ID */
    "bgp.path_attribute.cluster_id": string[];
    /** Large communities */
    "bgp.large_communities": string[];
    /** Global Administrator */
    "bgp.large_communities.ga": number[];
    /** Local Data Part 1 */
    "bgp.large_communities.ldp1": number[];
    /** Local Data Part 2 */
    "bgp.large_communities.ldp2": number[];
    /** Carried extended communities */
    "bgp.ext_communities": true[];
    /** Community */
    "bgp.ext_community": true[];
    /** Subtype */
    "bgp.ext_com.stype_unknown": number[];
    /** Subtype (AS2) */
    "bgp.ext_com.stype_tr_as2": number[];
    /** Subtype (Non-transitive AS2) */
    "bgp.ext_com.stype_ntr_as2": number[];
    /** Subtype (AS4) */
    "bgp.ext_com.stype_tr_as4": number[];
    /** Subtype (IPv4) */
    "bgp.ext_com.stype_tr_IP4": number[];
    /** Subtype (Opaque) */
    "bgp.ext_com.stype_tr_opaque": number[];
    /** Subtype (Non-transitive Opaque) */
    "bgp.ext_com.stype_ntr_opaque": number[];
    /** Subtype (Experimental) */
    "bgp.ext_com.stype_tr_exp": number[];
    /** Subtype (EVPN) */
    "bgp.ext_com.stype_tr_evpn": number[];
    /** 2-Octet AS */
    "bgp.ext_com.value_as2": number[];
    /** 4-Octet AS */
    "bgp.ext_com.value_as4": number[];
    /** IPv4 address */
    "bgp.ext_com.value_IP4": string[];
    /** 2-Octet AN */
    "bgp.ext_com.value_an2": number[];
    /** 4-Octet AN */
    "bgp.ext_com.value_an4": number[];
    /** Tunnel type */
    "bgp.ext_com.tunnel_type": number[];
    /** Raw Value */
    "bgp.ext_com.value_raw": number[];
    /** Request */
    "irc.request": string[];
    /** Prefix */
    "irc.request.prefix": string[];
    /** Command */
    "irc.request.command": string[];
    /** Request has no command */
    "irc.request.command.missing": true[];
    /** Numeric command not allowed in request */
    "irc.request.command.numeric": true[];
    /** Parameter */
    "irc.request.command_parameter": string[];
    /** Trailer */
    "irc.request.trailer": string[];
    /** Response */
    "irc.response": string[];
    /** Prefix */
    "irc.response.prefix": string[];
    /** Command */
    "irc.response.command": string[];
    /** Response has no command */
    "irc.response.command.missing": true[];
    /** Command */
    "irc.response.num_command": number[];
    /** Parameter */
    "irc.response.command_parameter": string[];
    /** Trailer */
    "irc.response.trailer": string[];
    /** CTCP Data */
    "irc.ctcp": string[];
    /** Missing ending tag delimiter (0x01) */
    "irc.missing_end_delimiter": true[];
    /** Prefix missing ending <space> */
    "irc.prefix_missing_ending_space": true[];
    /** Command */
    "telnet.cmd": number[];
    /** Subcommand */
    "telnet.subcmd": number[];
    /** Data */
    "telnet.data": string[];
    /** Value */
    "telnet.string_subopt.value": string[];
    /** Width */
    "telnet.naws_subopt.width": number[];
    /** Height */
    "telnet.naws_subopt.height": number[];
    /** Command */
    "telnet.rfc_subopt.cmd": number[];
    /** Option data */
    "telnet.option_data": Uint8Array[];
    /** Version */
    "socks.version": number;
    /** Command */
    "socks.command": number;
    /** Remote Port */
    "socks.dstport": number;
    /** Remote Address */
    "socks.dst": string;
    /** Remote Address(ipv6) */
    "socks.dstV6": string;
    /** SOCKS v4a Remote Domain Name */
    "socks.v4a_dns_name": string;
    /** Results */
    "socks.results": number;
    /** Authentication Method Count */
    "socks.auth_method_count": number;
    /** Method */
    "socks.auth_method": number[];
    /** Accepted Auth Method */
    "socks.auth_accepted_method": number;
    /** Subnegotiation Version */
    "socks.subnegotiation_version": number;
    /** Status */
    "socks.auth_status": number;
    /** Password */
    "socks.password": string;
    /** Reserved */
    "socks.reserved": number;
    /** Address Type */
    "socks.address_type": number;
    /** Remote name */
    "socks.remote_name": string;
    /** Port */
    "socks.port": number;
    /** User name */
    "socks.username": string;
    /** Request */
    "smtp.req": boolean[];
    /** Response */
    "smtp.rsp": boolean[];
    /** Command Line */
    "smtp.command_line": string[];
    /** Command */
    "smtp.req.command": string[];
    /** Request parameter */
    "smtp.req.parameter": string[];
    /** Response */
    "smtp.response": string[];
    /** Response code */
    "smtp.response.code": number[];
    /** Unexpected response code in multiline response */
    "smtp.response.code.unexpected": true[];
    /** Response parameter */
    "smtp.rsp.parameter": string[];
    /** Username */
    "smtp.auth.username": string[];
    /** Password */
    "smtp.auth.password": string[];
    /** Username/Password */
    "smtp.auth.username_password": string[];
    /** base64 decode failed or is not enabled */
    "smtp.base64_decode": true[];
    /** EOM */
    "smtp.eom": true;
    /** DATA fragments */
    "smtp.data.fragments": true;
    /** DATA fragment */
    "smtp.data.fragment": number[];
    /** DATA fragment count */
    "smtp.data.fragment.count": number;
    /** Reassembled DATA length */
    "smtp.data.reassembled.length": number;
    /** Message-Text */
    "imf.message_text": true[];
    /** Date */
    "imf.date": string[];
    /** From */
    "imf.from": string[];
    /** Sender */
    "imf.sender": string[];
    /** Reply-To */
    "imf.reply_to": string[];
    /** To */
    "imf.to": string[];
    /** Cc */
    "imf.cc": string[];
    /** Bcc */
    "imf.bcc": string[];
    /** Message-ID */
    "imf.message_id": string[];
    /** In-Reply-To */
    "imf.in_reply_to": string[];
    /** References */
    "imf.references": string[];
    /** Subject */
    "imf.subject": string[];
    /** Comments */
    "imf.comments": string[];
    /** User-Agent */
    "imf.user_agent": string[];
    /** Keywords */
    "imf.keywords": string[];
    /** Resent-Date */
    "imf.resent.date": string[];
    /** Resent-From */
    "imf.resent.from": string[];
    /** Resent-Sender */
    "imf.resent.sender": string[];
    /** Resent-To */
    "imf.resent.to": string[];
    /** Resent-Cc */
    "imf.resent.cc": string[];
    /** Resent-Bcc */
    "imf.resent.bcc": string[];
    /** Resent-Message-ID */
    "imf.resent.message_id": string[];
    /** Return-Path */
    "imf.return_path": string[];
    /** Received */
    "imf.received": string[];
    /** Content-Type */
    "imf.content.type": string[];
    /** Content-ID */
    "imf.content.id": string[];
    /** Content-Description */
    "imf.content.description": string[];
    /** Content-Transfer-Encoding */
    "imf.content.transfer_encoding": string[];
    /** MIME-Version */
    "imf.mime_version": string[];
    /** Autoforwarded */
    "imf.autoforwarded": string[];
    /** Autosubmitted */
    "imf.autosubmitted": string[];
    /** X400-Content-Identifier */
    "imf.x400_content_identifier": string[];
    /** Content-Language */
    "imf.content_language": string[];
    /** Conversion */
    "imf.conversion": string[];
    /** Conversion-With-Loss */
    "imf.conversion_with_loss": string[];
    /** Delivery-Date */
    "imf.delivery_date": string[];
    /** Discarded-X400-IPMS-Extensions */
    "imf.discarded_x400_ipms_extensions": string[];
    /** Discarded-X400-MTS-Extensions */
    "imf.discarded_x400_mts_extensions": string[];
    /** DL-Expansion-History */
    "imf.dl_expansion_history": string[];
    /** Deferred-Delivery */
    "imf.deferred_delivery": string[];
    /** Expires */
    "imf.expires": string[];
    /** Importance */
    "imf.importance": string[];
    /** Incomplete-Copy */
    "imf.incomplete_copy": string[];
    /** Latest-Delivery-Time */
    "imf.latest_delivery_time": string[];
    /** Message-Type */
    "imf.message_type": string[];
    /** Original-Encoded-Information-Types */
    "imf.original_encoded_information_types": string[];
    /** Originator-Return-Address */
    "imf.originator_return_address": string[];
    /** Priority */
    "imf.priority": string[];
    /** Reply-By */
    "imf.reply_by": string[];
    /** Sensitivity */
    "imf.sensitivity": string[];
    /** Supersedes */
    "imf.supersedes": string[];
    /** X400-Content-Type */
    "imf.x400_content_type": string[];
    /** X400-MTS-Identifier */
    "imf.x400_mts_identifier": string[];
    /** X400-Originator */
    "imf.x400_originator": string[];
    /** X400-Received */
    "imf.x400_received": string[];
    /** X400-Recipients */
    "imf.x400_recipients": string[];
    /** Delivered-To */
    "imf.delivered_to": string[];
    /** X-Mailer */
    "imf.ext.mailer": string[];
    /** Thread-Index */
    "imf.thread-index": string[];
    /** X-MimeOLE */
    "imf.ext.mimeole": string[];
    /** Expiry-Date */
    "imf.ext.expiry-date": string[];
    /** X-MS-TNEF-Correlator */
    "imf.ext.tnef-correlator": string[];
    /** X-UIDL */
    "imf.ext.uidl": string[];
    /** X-Authentication-Warning */
    "imf.ext.authentication_warning": string[];
    /** X-Virus-Scanned */
    "imf.ext.virus_scanned": string[];
    /** X-Original-To */
    "imf.ext.original-to": string[];
    /** Lines */
    "imf.lines": string[];
    /** Precedence */
    "imf.precedence": string[];
    /** Type */
    "imf.content.type.type": string[];
    /** Parameters */
    "imf.content.type.parameters": string[];
    /** Unknown-Extension */
    "imf.extension": string[];
    /** Type */
    "imf.extension.type": string[];
    /** Value */
    "imf.extension.value": string[];
    /** Item */
    "imf.mailbox_list.item": string[];
    /** Item */
    "imf.address_list.item": string[];
    /** Display-Name */
    "imf.display_name": string[];
    /** Address */
    "imf.address": string[];
    /** Request */
    "imap.isrequest": boolean;
    /** Line */
    "imap.line": string[];
    /** Request */
    "imap.request": string[];
    /** Request Tag */
    "imap.request_tag": string[];
    /** Request Command */
    "imap.request.command": string[];
    /** Request isUID */
    "imap.request.command.uid": boolean[];
    /** Request Folder */
    "imap.request.folder": string[];
    /** Request Username */
    "imap.request.username": string[];
    /** Request Password */
    "imap.request.password": string[];
    /** Response */
    "imap.response": string[];
    /** Response Tag */
    "imap.response_tag": string[];
    /** Response Status */
    "imap.response.status": string[];
    /** Response Command */
    "imap.response.command": string[];
    /** Request In */
    "imap.response_to": number[];
    /** Response Time */
    "imap.time": Time[];
    /** Tag */
    "imap.tag": string[];
    /** Command */
    "imap.command": string[];
    /** Response */
    "pop.response": string;
    /** Response indicator */
    "pop.response.indicator": string;
    /** Response description */
    "pop.response.description": string;
    /** Data */
    "pop.response.data": string[];
    /** Request */
    "pop.request": string;
    /** Request command */
    "pop.request.command": string;
    /** Request parameter */
    "pop.request.parameter": string;
    /** Data */
    "pop.request.data": string[];
    /** DATA fragments */
    "pop.data.fragments": true;
    /** DATA fragment */
    "pop.data.fragment": number[];
    /** DATA fragment count */
    "pop.data.fragment.count": number;
    /** Reassembled DATA length */
    "pop.data.reassembled.length": number;
    /** Frontend */
    "pgsql.frontend": boolean[];
    /** Type */
    "pgsql.type": string[];
    /** Length */
    "pgsql.length": number[];
    /** Protocol major version */
    "pgsql.version_major": number;
    /** Protocol minor version */
    "pgsql.version_minor": number;
    /** Parameter name */
    "pgsql.parameter_name": string[];
    /** Parameter value */
    "pgsql.parameter_value": string[];
    /** Authentication type */
    "pgsql.authtype": number[];
    /** Query */
    "pgsql.query": string[];
    /** Tag */
    "pgsql.tag": string[];
    /** Status */
    "pgsql.status": number[];
    /** PID */
    "pgsql.pid": number;
    /** Key */
    "pgsql.key": number;
    /** Copy data */
    "pgsql.copydata": Uint8Array[];
    /** Reserved */
    "kerberos.rm.reserved": boolean;
    /** Record Length */
    "kerberos.rm.length": number;
    /** as-req */
    "kerberos.as_req_element": true;
    /** as-rep */
    "kerberos.as_rep_element": true;
    /** tgs-req */
    "kerberos.tgs_req_element": true;
    /** tgs-rep */
    "kerberos.tgs_rep_element": true;
    /** ap-req */
    "kerberos.ap_req_element": true;
    /** ap-rep */
    "kerberos.ap_rep_element": true;
    /** krb-safe */
    "kerberos.krb_safe_element": true;
    /** krb-priv */
    "kerberos.krb_priv_element": true;
    /** krb-cred */
    "kerberos.krb_cred_element": true;
    /** krb-error */
    "kerberos.krb_error_element": true;
    /** pvno */
    "kerberos.pvno": number;
    /** msg-type */
    "kerberos.msg_type": number;
    /** error-code */
    "kerberos.error_code": number;
    /** PDU Type */
    "dicom.pdu.type": number;
    /** PDU Length */
    "dicom.pdu.len": number;
    /** Protocol Version */
    "dicom.assoc.version": number;
    /** Called  AE Title */
    "dicom.assoc.ae.called": string;
    /** Calling AE Title */
    "dicom.assoc.ae.calling": string;
    /** Source */
    "dicom.assoc.abort.source": number;
    /** Reason */
    "dicom.assoc.abort.reason": number;
    /** PDV Length */
    "dicom.pdv.len": number[];
    /** PDV Context */
    "dicom.pdv.ctx": number[];
    /** PDV Flags */
    "dicom.pdv.flags": number[];
    /** Request */
    "ftp.request": boolean;
    /** Response */
    "ftp.response": boolean;
    /** Request command */
    "ftp.request.command": string;
    /** Request arg */
    "ftp.request.arg": string;
    /** Response code */
    "ftp.response.code": number;
    /** Response arg */
    "ftp.response.arg": string;
    /** Invalid PWD response */
    "ftp.response.pwd.invalid": true;
    /** Passive IP address */
    "ftp.passive.ip": string;
    /** Passive port */
    "ftp.passive.port": number;
    /** Passive IP NAT */
    "ftp.passive.nat": boolean;
    /** Active IP address */
    "ftp.active.cip": string;
    /** Active port */
    "ftp.active.port": number;
    /** Active IP NAT */
    "ftp.active.nat": boolean;
    /** Extended active address family */
    "ftp.eprt.af": number;
    /** Extended active IP address */
    "ftp.eprt.ip": string;
    /** Extended active IPv6 address */
    "ftp.eprt.ipv6": string;
    /** Extended active port */
    "ftp.eprt.port": number;
    /** EPRT arguments must have the form: |<family>|<addr>|<port>| */
    "ftp.eprt.args_invalid": true;
    /** Extended passive IPv4 address */
    "ftp.epsv.ip": string;
    /** Extended passive IPv6 address */
    "ftp.epsv.ipv6": string;
    /** Extended passive port */
    "ftp.epsv.port": number;
    /** EPSV arguments must have the form (|||<port>|) */
    "ftp.epsv.args_invalid": true;
    /** Current working directory */
    "ftp.current-working-directory": string;
    /** Setup frame */
    "ftp-data.setup-frame": number;
    /** Setup method */
    "ftp-data.setup-method": string;
    /** Command */
    "ftp-data.command": string;
    /** Command frame */
    "ftp-data.command-frame": number;
    /** Current working directory */
    "ftp-data.current-working-directory": string;
    /** Leading CRLF */
    "http.leading_crlf": true;
    /** First line */
    "http.chat": true;
    /** Request */
    "http.request": boolean;
    /** Response */
    "http.response": boolean;
    /** Notification */
    "http.notification": boolean;
    /** Request Method */
    "http.request.method": string;
    /** Request URI */
    "http.request.uri": string;
    /** Request Version */
    "http.request.version": string;
    /** Response Version */
    "http.response.version": string;
    /** Status Code */
    "http.response.code": number;
    /** Status Code Description */
    "http.response.code.desc": string;
    /** Response Phrase */
    "http.response.phrase": string;
    /** Unknown transfer coding name in Transfer-Encoding header */
    "http.te_unknown": true[];
    /** The Content-Length and Transfer-Encoding header must not be set together */
    "http.te_and_length": true[];
    /** Full request URI */
    "http.request.full_uri": string;
    /** Request number */
    "http.request_number": number;
    /** Response number */
    "http.response_number": number;
    /** Time since request */
    "http.time": Time;
    /** Prev request in frame */
    "http.prev_request_in": number;
    /** Prev response in frame */
    "http.prev_response_in": number;
    /** Request in frame */
    "http.request_in": number;
    /** Request URI */
    "http.response_for.uri": string;
    /** File Data */
    "http.file_data": string;
    /** Decompression failed */
    "http.decompression_failed": true;
    /** HTTP body subdissector failed, trying heuristic subdissector */
    "http.subdissector_failed": true;
    /** Proxy-Connect-Hostname */
    "http.proxy_connect_host": string;
    /** Proxy-Connect-Port */
    "http.proxy_connect_port": number;
    /** Accept */
    "http.accept": string[];
    /** Accept-Encoding */
    "http.accept_encoding": string[];
    /** Accept-Language */
    "http.accept_language": string[];
    /** Authorization */
    "http.authorization": string[];
    /** Cache-Control */
    "http.cache_control": string[];
    /** Connection */
    "http.connection": string[];
    /** Content-Encoding */
    "http.content_encoding": string[];
    /** Content-Length */
    "http.content_length_header": string[];
    /** Content-Type */
    "http.content_type": string[];
    /** Cookie */
    "http.cookie": string[];
    /** Date */
    "http.date": string[];
    /** Host */
    "http.host": string[];
    /** Http2-Settings */
    "http.http2_settings": string[];
    /** Last-Modified */
    "http.last_modified": string[];
    /** Location */
    "http.location": string[];
    /** Proxy-Authenticate */
    "http.proxy_authenticate": string[];
    /** Proxy-Authorization */
    "http.proxy_authorization": string[];
    /** Referer */
    "http.referer": string[];
    /** Sec-Websocket-Accept */
    "http.sec_websocket_accept": string[];
    /** Sec-Websocket-Extensions */
    "http.sec_websocket_extensions": string[];
    /** Sec-Websocket-Key */
    "http.sec_websocket_key": string[];
    /** Sec-Websocket-Protocol */
    "http.sec_websocket_protocol": string[];
    /** Sec-Websocket-Version */
    "http.sec_websocket_version": string[];
    /** Server */
    "http.server": string[];
    /** Set-Cookie */
    "http.set_cookie": string[];
    /** Transfer-Encoding */
    "http.transfer_encoding": string[];
    /** Upgrade */
    "http.upgrade": string[];
    /** User-Agent */
    "http.user_agent": string[];
    /** Www-Authenticate */
    "http.www_authenticate": string[];
    /** X-Forwarded-For */
    "http.x_forwarded_for": string[];
    /** Request line */
    "http.request.line": string[];
    /** Response line */
    "http.response.line": string[];
    /** Unknown header */
    "http.unknown_header": string[];
    /** Illegal characters found in header name */
    "http.bad_header_name": true[];
    /** Content length */
    "http.content_length": number[];
    /** Cookie pair */
    "http.cookie_pair": string[];
    /** Credentials */
    "http.authbasic": string[];
    /** Request URI Path */
    "http.request.uri.path": string;
    /** Request URI Query */
    "http.request.uri.query": string;
    /** Request URI Query Parameter */
    "http.request.uri.query.parameter": string[];
    /** Chunk size (octets) */
    "http.chunk_size": number[];
    /** Chunk data */
    "http.chunk_data": Uint8Array[];
    /** Chunk boundary */
    "http.chunk_boundary": Uint8Array[];
    /** trailer-part */
    "http.chunked_trailer_part": string[];
    /** Fin */
    "websocket.fin": boolean[];
    /** Reserved */
    "websocket.rsv": number[];
    /** Opcode */
    "websocket.opcode": number[];
    /** Mask */
    "websocket.mask": boolean[];
    /** Payload length */
    "websocket.payload_length": number[];
    /** Per-Message Compressed */
    "websocket.pmc": boolean[];
    /** Masking-Key */
    "websocket.masking_key": Uint8Array[];
    /** Extended Payload length (16 bits) */
    "websocket.payload_length_ext_16": number[];
    /** Extended Payload length (64 bits) */
    "websocket.payload_length_ext_64": (number | bigint)[];
    /** Masked payload */
    "websocket.masked_payload": true[];
    /** Payload */
    "websocket.payload": true[];
    /** Text */
    "websocket.payload.text": string[];
    /** Close */
    "websocket.payload.close": true[];
    /** Status code */
    "websocket.payload.close.status_code": number[];
    /** Reason */
    "websocket.payload.close.reason": string[];
    /** Ping */
    "websocket.payload.ping": Uint8Array[];
    /** Pong */
    "websocket.payload.pong": Uint8Array[];
    /** Unknown */
    "websocket.payload.unknown": Uint8Array[];
    /** Opcode that is not known */
    "websocket.payload.unknown.expert": true[];
    /** Continue */
    "websocket.payload.continue": Uint8Array[];
    /** Decompression failed */
    "websocket.decompression.failed.expert": true[];
    /** Reassembled websocket Fragments */
    "websocket.fragments": true[];
    /** Websocket Fragment */
    "websocket.fragment": number[];
    /** Fragment count */
    "websocket.fragment.count": number[];
    /** Reassembled websocket Payload length */
    "websocket.reassembled.length": number[];
    /** Object */
    "json.object": true[];
    /** Array */
    "json.array": true[];
    /** Member */
    "json.member": string[];
    /** Key */
    "json.key": string[];
    /** Path */
    "json.path": string[];
    /** Path with value */
    "json.path_with_value": string[];
    /** Member with value */
    "json.member_with_value": string[];
    /** String value */
    "json.value.string": string[];
    /** Number value */
    "json.value.number": string[];
    /** True value */
    "json.value.true": true[];
    /** False value */
    "json.value.false": true[];
    /** Null value */
    "json.value.null": true[];
    /** NaN value */
    "json.value.nan": true[];
    /** Key */
    "urlencoded-form.key": string[];
    /** Value */
    "urlencoded-form.value": string[];
    /** Type */
    "mime_multipart.type": string[];
    /** The boundary is not told */
    "mime_multipart.no_required_parameter": true[];
    /** Preamble */
    "mime_multipart.preamble": Uint8Array[];
    /** First boundary */
    "mime_multipart.first_boundary": string[];
    /** Encapsulated multipart part */
    "mime_multipart.part": string[];
    /** Boundary */
    "mime_multipart.boundary": string[];
    /** Last boundary */
    "mime_multipart.last_boundary": string[];
    /** Trailer */
    "mime_multipart.trailer": Uint8Array[];
    /** Content-Description */
    "mime_multipart.header.content-description": string[];
    /** Content-Disposition */
    "mime_multipart.header.content-disposition": string[];
    /** Content-Encoding */
    "mime_multipart.header.content-encoding": string[];
    /** Content-Id */
    "mime_multipart.header.content-id": string[];
    /** Content-Language */
    "mime_multipart.header.content-language": string[];
    /** Content-Length */
    "mime_multipart.header.content-length": string[];
    /** Content-Transfer-Encoding */
    "mime_multipart.header.content-transfer-encoding": string[];
    /** Content-Type */
    "mime_multipart.header.content-type": string[];
    /** XMLPI */
    "xml.xmlpi": string[];
    /** xml.xmlpi.xml */
    "xml.xmlpi.xml": string[];
    /** version */
    "xml.xmlpi.xml.version": string[];
    /** encoding */
    "xml.xmlpi.xml.encoding": string[];
    /** standalone */
    "xml.xmlpi.xml.standalone": string[];
    /** Comment */
    "xml.comment": string[];
    /** CDATASection */
    "xml.cdatasection": string[];
    /** Doctype */
    "xml.doctype": string[];
    /** Tag */
    "xml.tag": string[];
    /** Attribute */
    "xml.attribute": string[];
    /** CDATA */
    "xml.cdata": string[];
    /** Unknown */
    "xml.unknown": string[];
    /** PNG Signature */
    "png.signature": Uint8Array;
    /** Len */
    "png.chunk.len": number[];
    /** Chunk */
    "png.chunk.type": string[];
    /** Ancillary */
    "png.chunk.flag.ancillary": boolean[];
    /** Private */
    "png.chunk.flag.private": boolean[];
    /** Safe To Copy */
    "png.chunk.flag.stc": boolean[];
    /** Data */
    "png.chunk.data": true[];
    /** CRC */
    "png.chunk.crc": number[];
    /** Width */
    "png.ihdr.width": number;
    /** Height */
    "png.ihdr.height": number;
    /** Bit Depth */
    "png.ihdr.bitdepth": number;
    /** Colour Type */
    "png.ihdr.colour_type": number;
    /** Compression Method */
    "png.ihdr.compression_method": number;
    /** Filter Method */
    "png.ihdr.filter_method": number;
    /** Interlace Method */
    "png.ihdr.interlace_method": number;
    /** Version */
    "image-gif.version": string;
    /** Screen width */
    "image-gif.screen.width": number;
    /** Screen height */
    "image-gif.screen.height": number;
    /** Global color map is present */
    "image-gif.global.color_map.present": number;
    /** Bits per color minus 1 */
    "image-gif.global.color_bpp": number;
    /** Global color map is ordered */
    "image-gif.global.color_map.ordered": number;
    /** Image bits per pixel minus 1 */
    "image-gif.global.bpp": number;
    /** Background color index */
    "image-gif.image_background_index": number;
    /** Global pixel aspect ratio */
    "image-gif.global.pixel_aspect_ratio": number;
    /** Marker */
    "image-jfif.marker": number[];
    /** Length */
    "image-jfif.length": number[];
    /** Identifier */
    "image-jfif.identifier": string[];
    /** Comment */
    "image-jfif.comment": string[];
    /** Version */
    "image-jfif.version": true;
    /** Major Version */
    "image-jfif.version.major": number;
    /** Minor Version */
    "image-jfif.version.minor": number;
    /** Units */
    "image-jfif.units": number;
    /** Xdensity */
    "image-jfif.Xdensity": number;
    /** Ydensity */
    "image-jfif.Ydensity": number;
    /** Xthumbnail */
    "image-jfif.Xthumbnail": number;
    /** Ythumbnail */
    "image-jfif.Ythumbnail": number;
    /** Sample Precision (bits) */
    "image-jfif.sof.precision": number[];
    /** Lines */
    "image-jfif.sof.lines": number[];
    /** Samples per line */
    "image-jfif.sof.samples_per_line": number[];
    /** Number of image components in frame */
    "image-jfif.sof.nf": number[];
    /** Line */
    "data-text-lines.line": string[];
    /** Media type */
    "media.type": Uint8Array;
    /** Data */
    "data.data": Uint8Array;
    /** Length (bytes) */
    "data.len": number;
  }

  interface ProtocolNames {
    /** Frame */
    frame: true;
    /** Ethernet */
    eth: true;
    /** Ethertype */
    ethertype: true;
    /** 802.1Q Virtual LAN */
    vlan: true;
    /** IEEE 802.1ad */
    ieee8021ad: true;
    /** Logical-Link Control */
    llc: true;
    /** Radiotap Header */
    radiotap: true;
    /** 802.11 radio information */
    wlan_radio: true;
    /** IEEE 802.11 */
    wlan: true;
    /** Spanning Tree Protocol */
    stp: true;
    /** Link Layer Discovery Protocol */
    lldp: true;
    /** 802.1X Authentication */
    eapol: true;
    /** Extensible Authentication Protocol */
    eap: true;
    /** Linux cooked capture */
    sll: true;
    /** Null/Loopback */
    null: true;
    /** Raw packet data */
    raw: true;
    /** Address Resolution Protocol */
    arp: true;
    /** Configuration Test Protocol (loopback) */
    loop: true;
    /** Cisco FabricPath */
    cfp: true;
    /** Internet Protocol Version 4 */
    ip: true;
    /** Internet Protocol Version 6 */
    ipv6: true;
    /** IPv6 Hop-by-Hop Option */
    "ipv6.hopopts": true;
    /** Routing Header for IPv6 */
    "ipv6.routing": true;
    /** Fragment Header for IPv6 */
    "ipv6.fraghdr": true;
    /** Destination Options for IPv6 */
    "ipv6.dstopts": true;
    /** Internet Control Message Protocol */
    icmp: true;
    /** Internet Control Message Protocol v6 */
    icmpv6: true;
    /** Internet Group Management Protocol */
    igmp: true;
    /** Encapsulating Security Payload */
    esp: true;
    /** Authentication Header */
    ah: true;
    /** Virtual Router Redundancy Protocol */
    vrrp: true;
    /** Protocol Independent Multicast */
    pim: true;
    /** Open Shortest Path First */
    ospf: true;
    /** User Datagram Protocol */
    udp: true;
    /** Transmission Control Protocol */
    tcp: true;
    /** Generic Routing Encapsulation */
    gre: true;
    /** Encapsulated Remote Switch Packet Analysis */
    erspan: true;
    /** Virtual eXtensible Local Area Network */
    vxlan: true;
    /** Generic Network Virtualization Encapsulation */
    geneve: true;
    /** MultiProtocol Label Switching Header */
    mpls: true;
    /** PW Ethernet Control Word */
    pwethcw: true;
    /** PW Associated Channel Header */
    pwach: true;
    /** PPP-over-Ethernet Discovery */
    pppoed: true;
    /** PPP-over-Ethernet Session */
    pppoes: true;
    /** Point-to-Point Protocol */
    ppp: true;
    /** PPP Link Control Protocol */
    lcp: true;
    /** PPP IP Control Protocol */
    ipcp: true;
    /** PPP IPv6 Control Protocol */
    ipv6cp: true;
    /** PPP Compression Control Protocol */
    ccp: true;
    /** PPP Password Authentication Protocol */
    pap: true;
    /** PPP Challenge Handshake Authentication Protocol */
    chap: true;
    /** Real-Time Transport Protocol */
    rtp: true;
    /** RFC 2833 RTP Event */
    rtpevent: true;
    /** Simple Traversal of UDP Through NAT */
    classicstun: true;
    /** Session Traversal Utilities for NAT */
    stun: true;
    /** Domain Name System */
    dns: true;
    /** Multicast Domain Name System */
    mdns: true;
    /** Link-local Multicast Name Resolution */
    llmnr: true;
    /** Dynamic Host Configuration Protocol */
    dhcp: true;
    /** Network Time Protocol */
    ntp: true;
    /** Cisco Hot Standby Router Protocol */
    hsrp: true;
    /** Routing Information Protocol */
    rip: true;
    /** Syslog message */
    syslog: true;
    /** UDP Encapsulation of IPsec Packets */
    udpencap: true;
    /** Transport Layer Security */
    tls: true;
    /** NetBIOS Name Service */
    nbns: true;
    /** X.509 Authentication Framework */
    x509af: true;
    /** X.509 Information Framework */
    x509if: true;
    /** X.509 Selected Attribute Types */
    x509sat: true;
    /** X.509 Certificate Extensions */
    x509ce: true;
    /** PKIX1Explicit */
    pkix1explicit: true;
    /** PKIX1Implicit */
    pkix1implicit: true;
    /** PKCS#1 */
    "pkcs-1": true;
    /** PKIXProxy (RFC3820) */
    pkixproxy: true;
    /** NetScape Certificate Extensions */
    ns_cert_exts: true;
    /** Online Certificate Status Protocol */
    ocsp: true;
    /** QUIC IETF */
    quic: true;
    /** NetBIOS Session Service */
    nbss: true;
    /** Git Smart Protocol */
    git: true;
    /** Virtual Network Computing */
    vnc: true;
    /** DG Gryphon Protocol */
    gryphon: true;
    /** SSH Protocol */
    ssh: true;
    /** Bitcoin protocol */
    bitcoin: true;
    /** Lightweight Directory Access Protocol */
    ldap: true;
    /** whois */
    whois: true;
    /** Session Initiation Protocol */
    sip: true;
    /** Session Description Protocol */
    sdp: true;
    /** Real Time Streaming Protocol */
    rtsp: true;
    /** Modbus */
    modbus: true;
    /** Modbus/TCP */
    mbtcp: true;
    /** Z39.50 Protocol */
    z3950: true;
    /** TPKT, Version: 3 */
    tpkt: true;
    /** Tabular Data Stream */
    tds: true;
    /** MQ Telemetry Transport Protocol */
    mqtt: true;
    /** IEC 60870-5-104 */
    iec60870_104: true;
    /** General Inter-ORB Protocol */
    giop: true;
    /** Distributed Computing Environment / Remote Procedure Call */
    dcerpc: true;
    /** ISO 8073/X.224 COTP Connection-Oriented Transport Protocol */
    cotp: true;
    /** XMPP Protocol */
    xmpp: true;
    /** Border Gateway Protocol */
    bgp: true;
    /** Internet Relay Chat */
    irc: true;
    /** Telnet */
    telnet: true;
    /** Socks Protocol */
    socks: true;
    /** Simple Mail Transfer Protocol */
    smtp: true;
    /** Internet Message Format */
    imf: true;
    /** Internet Message Access Protocol */
    imap: true;
    /** Post Office Protocol */
    pop: true;
    /** PostgreSQL */
    pgsql: true;
    /** Kerberos */
    kerberos: true;
    /** DICOM */
    dicom: true;
    /** File Transfer Protocol */
    ftp: true;
    /** FTP Data */
    "ftp-data": true;
    /** Hypertext Transfer Protocol */
    http: true;
    /** Simple Service Discovery Protocol */
    ssdp: true;
    /** WebSocket */
    websocket: true;
    /** Dropbox LAN sync Discovery Protocol */
    "db-lsp-disc": true;
    /** JavaScript Object Notation */
    json: true;
    /** HTML Form URL Encoded */
    "urlencoded-form": true;
    /** MIME Multipart Media Encapsulation */
    mime_multipart: true;
    /** eXtensible Markup Language */
    xml: true;
    /** Portable Network Graphics */
    png: true;
    /** Compuserve GIF */
    "image-gif": true;
    /** JPEG File Interchange Format */
    "image-jfif": true;
    /** Line-based text data */
    "data-text-lines": true;
    /** Media Type */
    media: true;
    /** Data */
    data: true;
  }

  interface ListNames {
    "mstp.instances": true;
    "lldp.tlvs": true;
    "ip.opt_list": true;
    "ipv6.opt_list": true;
    "icmp.routers": true;
    "icmp.mip_list": true;
    "icmp.ext_list": true;
    "icmpv6.mldr_list": true;
    "icmpv6.opt_list": true;
    "igmp.records": true;
    "pim.options": true;
    "tcp.option_list": true;
    "gre.source_routes": true;
    "geneve.option_list": true;
    "mpls.label_stack": true;
    "lcp.options": true;
    "ipcp.options": true;
    "ipv6cp.options": true;
    "ccp.options": true;
    "dns.queries": true;
    "dns.answers": true;
    "dns.authorities": true;
    "dns.additionals": true;
    "dhcp.option_list": true;
    "hsrp2.parts": true;
    "rip.routes": true;
    "tls.extensions": true;
    "tls.quic.parameters": true;
    "nbns.queries": true;
    "nbns.answers": true;
    "nbns.authorities": true;
    "nbns.additionals": true;
    "http.headers": true;
    "http.chunks": true;
    "urlencoded-form.items": true;
    "png.chunks": true;
    "image-jfif.segments": true;
  }
}
