#pragma once

#include "bench/endpointspec.h"
#include "models/speccheck.h"

#include <QWidget>

#include <memory>

namespace Ui {
class EndpointOptions;
}

namespace swb::ui {

class FieldNote;

/// What folds out below the form: everything about an endpoint that has a good default.
class EndpointOptions : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointOptions(QWidget *parent = nullptr);
    ~EndpointOptions() override;

    void setRole(bench::Role role);
    void show(const bench::EndpointSpec &spec);
    /// Writes its fields into `spec`; what cannot be read comes back as mistakes.
    QList<SpecCheck::Mistake> readInto(bench::EndpointSpec &spec) const;
    void setReadOnly(bool readOnly);
    /// Shows the mistakes of its fields; true if there was one.
    bool setMistakes(const QList<SpecCheck::Mistake> &mistakes);
    /// What differs from the defaults, in a few words: "echo, greeting". For when it is folded in.
    static QString summary(const bench::EndpointSpec &spec);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void readAnswers(bench::Behaviour &behaviour) const;
    void readTalk(bench::Behaviour &behaviour) const;
    void enableFields();
    void alignColumns();
    void placeColumns();
    FieldNote *noteOf(SpecCheck::Field field) const; ///< null: not one of its fields

    std::unique_ptr<Ui::EndpointOptions> m_ui;
    bool m_server = true;
};

} // namespace swb::ui
