#pragma once

#include "journal/checksum.h"
#include "lens/layers.h"

namespace swb::lens {

/// What one layer tells the next about the bytes that it carries. Ends are those on the wire, which the
/// capture may not reach.
struct LayerContent
{
    qsizetype start = 0;
    qsizetype end = 0;
    quint16 etherType = 0; ///< of a link's content
    quint8 protocol = 0; ///< of IP's content
    journal::InternetChecksum pseudo; ///< begun with the two addresses
    bool canBeSummed = true; ///< false: it is only a piece, or the address of the last stop is elsewhere
};

/// Each appends its layer, and says where its content stands. They never read behind `packet`, whatever the
/// lengths in it are.
Reach readLinkLayer(quint16 linkType, QByteArrayView packet, Dissection &out, LayerContent &content);
Reach readNetworkLayer(QByteArrayView packet, Dissection &out, LayerContent &content);
Reach readTransportLayer(QByteArrayView packet, Dissection &out, LayerContent &content);

/// The verdict on the checksum over content; `stored` may be the begun sum that a network card would finish.
Check checkOf(const LayerContent &content, QByteArrayView packet, quint16 stored);

} // namespace swb::lens
