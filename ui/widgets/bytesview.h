#pragma once

#include "base/event.h"
#include "codec/encoding.h"
#include "widgets/bytepane.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;

namespace swb::journal {
class Recording;
struct Match;
} // namespace swb::journal

namespace swb::ui {

class EventBytes;
class HexPane;
class SearchModel;
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

    /// Whose matches stand out; not owned, must outlive this.
    void setSearch(const SearchModel *search);
    void revealMatch(const journal::Match &match); ///< scrolls to what the event has of it

    QSize sizeHint() const override;
    /// What is selected, in words: stands under the view, unless whoever has the view puts it elsewhere.
    QLabel *foot() const { return m_facts; }

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
    std::vector<ByteMatch> matchesIn(const SearchModel &search, const ByteRange &range) const;
    ByteRange chosenBytes() const;
    ByteRange rangeToCopy() const;
    void showSelection();
    void openMenu(const QPoint &globalPosition);

    std::unique_ptr<EventBytes> m_bytes;
    ConnectionId m_connection; ///< whose bytes these are
    quint64 m_streamOffset = 0; ///< of the event
    ByteSelection *m_selection;
    QSplitter *m_splitter;
    TextPane *m_text;
    HexPane *m_hex;
    QLabel *m_facts;
    QLabel *m_nothing; ///< says why there are no bytes, over both panes
};

} // namespace swb::ui
