#pragma once

#include "codec/compose.h"
#include "models/benchmodel.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace swb::ui {

class BenchSession;
class BenchTree;
class WorkPage;

/// Shows in the centre what is selected in the bench, keeps it up to date, and hands what is typed there to
/// the engine.
class WorkPresenter : public QObject
{
    Q_OBJECT

public:
    /// None is owned; all must outlive this.
    WorkPresenter(BenchSession *session, BenchTree *tree, WorkPage *page, QObject *parent = nullptr);

    const BenchModel::Target &target() const { return m_target; }
    bool isDrafting() const { return m_drafting; }
    void draft(bench::Role role); ///< an empty form for something new
    void start(const bench::EndpointSpec &spec); ///< and selects it
    /// The first server of an empty bench: the defaults, and it echoes. Where its port is taken, on a free
    /// one.
    void startFirstServer();
    /// Shows the bytes of an event of this connection, and selects it in the log if that has it.
    void lookAt(const BenchModel::Target &connection, EventSeq seq);
    void connectClient(); ///< to the server that is selected
    void refresh(); ///< after a frame: what is selected may have changed, or come or gone
    void retranslate();

Q_SIGNALS:
    void targetChanged();
    void started(); ///< what was asked for last is running, where it was to run
    void noticed(const QString &text); ///< something the user should know, and that went well

private:
    /// What the composer was told last.
    struct Sending
    {
        QString encoding;
        QString silence;
        bool oneConnection = false;
        int clients = 0;
        friend bool operator==(const Sending &, const Sending &) = default;
    };
    /// What was written and not sent yet, and as what: the same letters are other bytes in hex.
    struct Draft
    {
        QString text;
        codec::InputMode mode = codec::InputMode::Text;
        codec::LineEnding ending = codec::LineEnding::None;
    };
    void wire();
    void leaveDraft(); ///< back to what was shown before
    void show(const BenchModel::Target &target);
    void showHead();
    void showLog();
    void showComposer();
    void selectAwaited();
    bool firstServerSettled();
    void swapDraft(const BenchModel::Target &from, const BenchModel::Target &to);
    void showEvent(EventSeq seq, bool has);
    void send(const QByteArray &bytes, bool toAll);
    QString emptyLogText() const;
    QString recordingFacts() const;
    QString silenceReason() const; ///< why nothing can be sent; empty: it can

    BenchSession *m_session;
    BenchTree *m_tree;
    WorkPage *m_page;
    BenchModel::Target m_target;
    QHash<QString, Draft> m_drafts; ///< by what they are for
    bool m_drafting = false;
    std::optional<Sending> m_sending;
    EndpointId m_firstServer; ///< what startFirstServer() has started last
    bool m_firstServerMoves = false; ///< its port was taken, and it is being started on a free one
    EndpointId m_awaited; ///< was just started: it is selected when it appears, and its first connection, too
};

} // namespace swb::ui
