#pragma once

#include "base/ids.h"
#include "codec/encoding.h"
#include "widgets/byteselection.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;

namespace swb::journal {
class Recording;
}

namespace swb::ui {

class EventBytes;
class HexPane;
class TextPane;

/// The bytes of one event as text and as hex, side by side, with one selection. Only what is visible is read
/// and decoded, so an event of any size opens at once.
class BytesView : public QWidget
{
    Q_OBJECT

public:
    explicit BytesView(QWidget *parent = nullptr);
    ~BytesView() override;

    /// An event without bytes clears the view.
    void setEvent(
        std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding);
    void setEncoding(const codec::Encoding &encoding); ///< the same bytes, read differently
    void clear();

    QSize sizeHint() const override;

    const ByteRange &selectedBytes() const;
    void selectBytes(const ByteRange &range);
    QString selectedAsText() const; ///< of everything when nothing is selected; at most 4 MiB
    QString selectedAsHex() const;
    QString selectedAsCArray() const;

public Q_SLOTS:
    void copyAsText(); ///< of the selection, or of everything when nothing is selected; at most 4 MiB
    void copyAsHex();
    void copyAsCArray();

Q_SIGNALS:
    void selectionChanged(const swb::ui::ByteRange &range);

protected:
    void changeEvent(QEvent *event) override;

private:
    void readLook();
    void retranslate();
    void showBytes(std::unique_ptr<EventBytes> bytes);
    ByteRange chosenBytes() const;
    ByteRange rangeToCopy() const;
    void showSelection();
    void openMenu(const QPoint &globalPosition);

    std::unique_ptr<EventBytes> m_bytes;
    ByteSelection *m_selection;
    QSplitter *m_splitter;
    TextPane *m_text;
    HexPane *m_hex;
    QLabel *m_facts;
};

} // namespace swb::ui
