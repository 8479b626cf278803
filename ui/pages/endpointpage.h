#pragma once

#include "bench/status.h"
#include "models/speccheck.h"

#include <QWidget>

#include <array>
#include <memory>

namespace Ui {
class EndpointPage;
}

namespace swb::ui {

class AddressList;

/// The form of one endpoint: before it starts to fill in, while it runs to look at, after a failure to try
/// again. Explains a mistake beside its field before anything starts.
class EndpointPage : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointPage(QWidget *parent = nullptr);
    ~EndpointPage() override;

    /// What this computer has and allows; read anew by whoever shows the form.
    void setFacts(const SystemFacts &facts);
    void showDraft(const bench::EndpointSpec &spec); ///< nothing runs yet
    /// An endpoint of the bench. Called again with the same endpoint it leaves what is being typed alone.
    void showEndpoint(const bench::EndpointStatus &status);
    EndpointId endpoint() const { return m_status.id; } ///< invalid: a draft
    /// The form's content, if there is no mistake in it.
    std::optional<bench::EndpointSpec> spec() const;
    /// What a client needs to reach this running server: any-address becomes the loopback of its family.
    static bench::EndpointSpec clientFor(const bench::EndpointStatus &server);
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void focusForm(); ///< where the user goes on: what to fill in, the first mistake, or what can be pressed
    void submit(); ///< as the Start button does; shows mistakes instead if there are any
    void stop();

Q_SIGNALS:
    void startRequested(const swb::bench::EndpointSpec &spec);
    void restartRequested(swb::EndpointId endpoint, const swb::bench::EndpointSpec &spec);
    void stopRequested(swb::EndpointId endpoint);
    void clientRequested(const swb::bench::EndpointSpec &spec);
    void draftLeft(); ///< Escape: nothing is to be started after all

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Column
    {
        QWidget *label;
        QWidget *field;
        QWidget *note;
    };

    std::array<Column, 4> columns() const;
    int fieldsWidth(bool twoLines) const;
    void placeFields();
    void setUp();
    void load(const bench::EndpointSpec &spec);
    QList<SpecCheck::Mistake> read(bench::EndpointSpec &spec) const;
    bool isRunning() const;
    void roleChanged();
    void edited();
    void showNotes(const QList<SpecCheck::Mistake> &mistakes);
    void showState();
    QString summary(const bench::EndpointSpec &spec) const;
    void showTitle();
    void setReadOnly(bool readOnly);
    void foldOptions(bool out);
    void retranslate();

    std::unique_ptr<Ui::EndpointPage> m_ui;
    AddressList *m_addresses;
    SystemFacts m_facts;
    bench::EndpointStatus m_status; ///< id invalid: a draft
    bool m_twoLines = false; ///< of fields, in a narrow window
};

} // namespace swb::ui
