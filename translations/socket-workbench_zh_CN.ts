<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Composer</source>
        <translation>编辑区</translation>
    </message>
    <message>
        <source>What to send</source>
        <translation>要发送的内容</translation>
    </message>
    <message>
        <source>Enter sends one line, Ctrl+Enter always; Shift+Enter begins a new line. Alt+Up and Alt+Down bring back what was sent before.</source>
        <translation>Enter 发送单行内容，Ctrl+Enter 始终发送；Shift+Enter 换行。Alt+↑ 和 Alt+↓ 找回以前发送的内容。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send these bytes (Ctrl+Enter; Enter while the box is one line)</source>
        <translation>发送这些字节（Ctrl+Enter；只有一行时按 Enter）</translation>
    </message>
    <message>
        <source>How many bytes would be sent</source>
        <translation>将要发送的字节数</translation>
    </message>
    <message>
        <source>The bytes that would be sent</source>
        <translation>将要发送的字节</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>错误说明</translation>
    </message>
    <message>
        <source>&amp;Line end</source>
        <translation>行尾(&amp;L)</translation>
    </message>
    <message>
        <source>Line end sent after the text</source>
        <translation>文本之后发送的行尾</translation>
    </message>
    <message>
        <source>What goes out behind the text; hex is sent as it stands</source>
        <translation>随文本之后发送；十六进制内容原样发送</translation>
    </message>
    <message>
        <source>Send &amp;to</source>
        <translation>发送给(&amp;T)</translation>
    </message>
    <message>
        <source>Who it is sent to</source>
        <translation>接收者</translation>
    </message>
</context>
<context>
    <name>EndpointOptions</name>
    <message>
        <source>&amp;Greeting</source>
        <translation>问候语(&amp;G)</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>问候语</translation>
    </message>
    <message>
        <source>Sent to each client as soon as it connects. \r \n \t \0 \xNN and \uNNNN are understood.</source>
        <translation>客户端一连接就发送。可用 \r \n \t \0 \xNN 和 \uNNNN。</translation>
    </message>
    <message>
        <source>Every byte received goes back to who sent it</source>
        <translation>收到的每个字节都发回给发送者</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>回复(&amp;R)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Delay before a reply</source>
        <translation>回复前的延时</translation>
    </message>
    <message>
        <source>How long the server waits before it replies</source>
        <translation>服务器回复之前等待的时间</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Close &amp;when</source>
        <translation>关闭条件(&amp;W)</translation>
    </message>
    <message>
        <source>Close when this text arrives</source>
        <translation>收到此文本时关闭</translation>
    </message>
    <message>
        <source>The connection ends when a piece that arrives is exactly this text; a line end behind it is ignored</source>
        <translation>收到的一段数据恰好是此文本时结束连接；末尾的换行忽略不计</translation>
    </message>
    <message>
        <source>this text arrives, such as exit</source>
        <translation>收到此文本，例如 exit</translation>
    </message>
    <message>
        <source>Close after the reply</source>
        <translation>回复后关闭</translation>
    </message>
    <message>
        <source>One question, one answer: the connection ends behind the reply</source>
        <translation>一问一答：回复之后连接结束</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>监听队列长度</translation>
    </message>
    <message>
        <source>Connections that may wait in the kernel until they are accepted; the system caps it (net.core.somaxconn)</source>
        <translation>可在内核中等待接受的连接数（backlog）；系统有上限（net.core.somaxconn）</translation>
    </message>
    <message>
        <source>How many clients are served at the same time; more wait in the kernel</source>
        <translation>同时服务多少个客户端；其余的在内核中等待</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>One client at a time</source>
        <translation>一次只服务一个客户端</translation>
    </message>
    <message>
        <source>The next client is accepted when the one before has gone, as in the first server of every tutorial</source>
        <translation>前一个客户端离开后才接受下一个，如同每本教程里的第一个服务器</translation>
    </message>
    <message>
        <source>SO_REUSEADDR: the port can be listened on again while old connections are still in TIME_WAIT</source>
        <translation>SO_REUSEADDR：旧连接仍处于 TIME_WAIT 时，端口也可再次监听</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>本地地址</translation>
    </message>
    <message>
        <source>The address of this computer that the connection comes from</source>
        <translation>连接从本机的哪个地址发出</translation>
    </message>
    <message>
        <source>the system chooses</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>本地端口</translation>
    </message>
    <message>
        <source>The port that the connection comes from; 0 or nothing lets the system choose</source>
        <translation>连接从哪个端口发出；0 或留空由系统选择</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>For all addresses of the host together</source>
        <translation>对该主机的所有地址合计</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Keep half-open when the peer finishes</source>
        <translation>对端结束发送后保持半开(&amp;K)</translation>
    </message>
    <message>
        <source>After the peer&apos;s FIN the connection stays open for what is still to be sent; otherwise it closes once queued bytes are out</source>
        <translation>收到对端的 FIN 后连接仍保持打开，可继续发送；否则待发数据发完即关闭</translation>
    </message>
    <message>
        <source>&amp;Queue at most</source>
        <translation>发送队列上限(&amp;Q)</translation>
    </message>
    <message>
        <source>Write queue limit</source>
        <translation>发送队列上限</translation>
    </message>
    <message>
        <source>Bytes that may wait for one connection whose peer does not read; beyond that nothing more is taken</source>
        <translation>对端不读取时，一个连接最多可排队的字节数；超过后不再接收新数据</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Sent for each piece that arrives. Placeholders: {text} what arrived, {peer} who sent it, {size} its bytes, {time} now; {{ and }} are braces.</source>
        <translation>每收到一段数据就发送一次。占位符：{text} 收到的内容，{peer} 发送者，{size} 字节数，{time} 当前时间；{{ 和 }} 表示花括号本身。</translation>
    </message>
    <message>
        <source>Repl&amp;y after</source>
        <translation>回复延时(&amp;Y)</translation>
    </message>
    <message>
        <source>B&amp;acklog</source>
        <translation>监听队列长度(&amp;A)</translation>
    </message>
    <message>
        <source>Clients at &amp;most</source>
        <translation>客户端数上限(&amp;M)</translation>
    </message>
    <message>
        <source>Clients at most</source>
        <translation>客户端数上限</translation>
    </message>
    <message>
        <source>Re&amp;use the address at once</source>
        <translation>立即重用地址(&amp;U)</translation>
    </message>
    <message>
        <source>From &amp;address</source>
        <translation>本端地址(&amp;A)</translation>
    </message>
    <message>
        <source>Fro&amp;m port</source>
        <translation>本端端口(&amp;M)</translation>
    </message>
    <message>
        <source>Give &amp;up after</source>
        <translation>连接时限(&amp;U)</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>首条消息</translation>
    </message>
    <message>
        <source>Sent as soon as it is connected; \r \n \t \xNN are escapes</source>
        <translation>一连接就发送；可用转义 \r \n \t \xNN</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Then, &amp;line by line</source>
        <translation>随后逐行(&amp;L)</translation>
    </message>
    <message>
        <source>Messages in lockstep</source>
        <translation>逐条应答的消息</translation>
    </message>
    <message>
        <source>A message a line: each time something arrives, the next one is sent; line ends are sent only where you write \n</source>
        <translation>每行一条消息：每次收到数据就发送下一条；只有写了 \n 的地方才发送行尾</translation>
    </message>
    <message>
        <source>one message for each answer</source>
        <translation>每收到一次应答，发送一条</translation>
    </message>
    <message>
        <source>When it hangs up</source>
        <translation>何时断开</translation>
    </message>
    <message>
        <source>When the client ends the connection by itself</source>
        <translation>客户端何时主动结束连接</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>不主动断开</translation>
    </message>
    <message>
        <source>behind its last message</source>
        <translation>发完最后一条消息后</translation>
    </message>
    <message>
        <source>when its last message is answered</source>
        <translation>最后一条消息得到应答后</translation>
    </message>
    <message>
        <source>Where the program would close a connection by itself, it resets it; what is still queued is then never sent</source>
        <translation>程序本该主动关闭连接时改为重置；尚在排队的数据不再发送</translation>
    </message>
    <message>
        <source>Sa&amp;ys first</source>
        <translation>首条消息(&amp;Y)</translation>
    </message>
    <message>
        <source>Han&amp;gs up</source>
        <translation>断开时机(&amp;G)</translation>
    </message>
    <message>
        <source>Reset (RST) where it would close</source>
        <translation>本该关闭时改为重置（RST）</translation>
    </message>
    <message>
        <source>Echo what arrives</source>
        <translation>原样回显收到的数据</translation>
    </message>
</context>
<context>
    <name>EndpointPage</name>
    <message>
        <source>Opens a connection from this computer to this server, in the same encoding</source>
        <translation>从本机连接到此服务器，使用相同的编码</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出错原因</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Role: server</source>
        <translation>角色：服务器</translation>
    </message>
    <message>
        <source>Waits for others to connect</source>
        <translation>等待别人来连接</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Role: client</source>
        <translation>角色：客户端</translation>
    </message>
    <message>
        <source>Connects to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>C&amp;onnect a client to this server</source>
        <translation>连接一个客户端到此服务器(&amp;O)</translation>
    </message>
</context>
<context>
    <name>swb::bench::Example</name>
    <message>
        <source>The same answer to everybody</source>
        <translation>对谁都是同一个回答</translation>
    </message>
    <message>
        <source>A client says 18 bytes of GBK, and a server that is asleep answers 20. In the tutorial the client dials port 9000 while the server listens on 8888, so nobody would be there; here both use 8888.</source>
        <translation>客户端发送 18 字节的 GBK，“睡着了”的服务器回复 20 字节。教程里客户端连接 9000 端口，服务器却监听 8888，那样谁也连不上；这里都用 8888。</translation>
    </message>
    <message>
        <source>Two clients at the same time</source>
        <translation>两个客户端同时在线</translation>
    </message>
    <message>
        <source>Both are connected and answered while the other one is. The tutorial&apos;s loop is indented so that Python refuses it; this is what it is meant to do.</source>
        <translation>两个客户端同时连接，各自得到应答。教程中的循环缩进有误，Python 拒绝运行；这里演示它本来要做的事。</translation>
    </message>
    <message>
        <source>A comma that is one byte shorter</source>
        <translation>短一个字节的逗号</translation>
    </message>
    <message>
        <source>The answer before had a Chinese comma and 21 bytes of GBK; with an ASCII comma it has 20. One character is not one byte.</source>
        <translation>前一个示例的回复用中文逗号，GBK 编码为 21 字节；换成 ASCII 逗号就只有 20 字节。一个字符不等于一个字节。</translation>
    </message>
    <message>
        <source>14 characters, 26 bytes</source>
        <translation>14 个字符，26 个字节</translation>
    </message>
    <message>
        <source>In GBK each of the twelve Chinese characters takes two bytes, the comma and the exclamation mark one. The answer “hello” is from the tutorial&apos;s printout; none of its servers sends it.</source>
        <translation>在 GBK 中，十二个汉字各占两个字节，逗号和感叹号各占一个。回复“hello”取自教程的运行结果；教程里没有一个服务器会发送它。</translation>
    </message>
    <message>
        <source>One question, one answer, goodbye</source>
        <translation>一问一答，然后再见</translation>
    </message>
    <message>
        <source>The server closes the connection behind its answer, so the client sees FIN. The tutorial&apos;s program ends there; this server goes on listening for the next client.</source>
        <translation>服务器回复后关闭连接，客户端因此收到 FIN。教程的程序到此结束；这里的服务器继续监听，等待下一个客户端。</translation>
    </message>
    <message>
        <source>HTTP by hand</source>
        <translation>手写 HTTP</translation>
    </message>
    <message>
        <source>59 bytes ask for a page, and the end of the connection ends the answer. The server is on this computer, so no network is needed.</source>
        <translation>用 59 字节请求一个网页，连接结束就表示响应结束。服务器就在本机，不需要网络。</translation>
    </message>
    <message>
        <source>A conversation in lockstep</source>
        <translation>逐条应答的对话</translation>
    </message>
    <message>
        <source>Each name waits for the answer to the one before, and each answer takes a second. Sent all at once, the names could be read as one: “Hello,MichaelTracySarah!”.</source>
        <translation>每个名字都等前一个得到应答后才发送，每次应答需要一秒。若一次全部发出，这些名字可能被当成一个读取：“Hello,MichaelTracySarah!”。</translation>
    </message>
    <message>
        <source>An answer that nobody waits for</source>
        <translation>没有人等待的回答</translation>
    </message>
    <message>
        <source>The client closes behind its last byte. The server can still send its thanks; the tutorial&apos;s client never reads them, while here they are recorded as they arrive after our FIN.</source>
        <translation>客户端发完最后一个字节就关闭。服务器仍可发送致谢；教程里的客户端从不读取它，这里则在本端 FIN 之后照样收到并记录。</translation>
    </message>
    <message>
        <source>A server that serves one client at a time</source>
        <translation>一次只服务一个客户端的服务器</translation>
    </message>
    <message>
        <source>The second client is connected and has sent at once, for the kernel queues it; the server reads it only when the first has gone, about three seconds later.</source>
        <translation>内核让第二个客户端排队，因此它立刻就连接并发出了数据；大约三秒后第一个客户端离开，服务器才读取它。</translation>
    </message>
    <message>
        <source>Answered once, then closed</source>
        <translation>应答一次就关闭</translation>
    </message>
    <message>
        <source>The server names the address it was asked from and closes. The port in it is new each time: the client&apos;s system chooses one.</source>
        <translation>服务器报出请求来自哪个地址，然后关闭。其中的端口每次都不同：由客户端的系统选择。</translation>
    </message>
</context>
<context>
    <name>swb::bench::Sentences</name>
    <message>
        <source>%1 is not an address of this computer; choose one of its own.</source>
        <translation>%1 不是本机的地址；请选择本机的地址。</translation>
    </message>
    <message>
        <source>The host “%1” was not found; check the spelling.</source>
        <translation>找不到主机“%1”；请检查拼写。</translation>
    </message>
    <message>
        <source>The name “%1” could not be looked up; check the network, or use an address.</source>
        <translation>无法解析名称“%1”；请检查网络，或改用地址。</translation>
    </message>
    <message>
        <source>%1 is in use by another program or connection; choose another port or stop the other one.</source>
        <translation>%1 正被其他程序或连接占用；请换一个端口，或停止占用者。</translation>
    </message>
    <message>
        <source>Port %1 needs administrator rights; choose 1024 or higher.</source>
        <translation>端口 %1 需要管理员权限；请选择 1024 或更大的端口。</translation>
    </message>
    <message>
        <source>No free local port is left to connect to %1; close some connections or wait a minute.</source>
        <translation>没有空闲的本地端口可用于连接 %1；请关闭一些连接，或稍等一分钟。</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens on that port. Start the server first, or check the port.</source>
        <translation>%1 拒绝了连接：该端口上没有程序在监听。请先启动服务器，或检查端口。</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and that no firewall swallows the connection.</source>
        <translation>%1 没有及时应答；请检查地址，以及是否有防火墙丢弃了连接。</translation>
    </message>
    <message>
        <source>There is no route to %1; check the network and the address.</source>
        <translation>没有到 %1 的路由；请检查网络和地址。</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation>已取消连接 %1。</translation>
    </message>
    <message>
        <source>The connection to %1 had met itself, for no server listens there; it was closed.</source>
        <translation>到 %1 的连接连上了自己，因为那里没有服务器在监听；连接已关闭。</translation>
    </message>
    <message>
        <source>No more connections can be opened: the limit of open files is reached. Clients wait until some close.</source>
        <translation>无法打开更多连接：已达到打开文件数的上限。客户端须等待其他连接关闭。</translation>
    </message>
    <message>
        <source>%1 reset the connection (RST).</source>
        <translation>%1 重置了连接（RST）。</translation>
    </message>
    <message>
        <source>Nothing more can be sent to %1: sending was finished or the connection has ended.</source>
        <translation>不能再向 %1 发送：已结束发送，或连接已经结束。</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>没有到 %1 的连接。</translation>
    </message>
    <message>
        <source>%1 does not read: the write queue stands at its limit. Wait until it has drained.</source>
        <translation>%1 没有读取数据：发送队列已满。请等它排空。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>No permission for “%1”; choose another place.</source>
        <translation>没有权限访问“%1”；请选择别的位置。</translation>
    </message>
    <message>
        <source>“%1” cannot be written, for its place is read-only; choose another folder.</source>
        <translation>无法写入“%1”，因为所在位置是只读的；请选择别的文件夹。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” cannot grow. Nothing is read or sent until there is room.</source>
        <translation>磁盘已满：“%1”无法增长。有空间之前不再读取和发送。</translation>
    </message>
    <message>
        <source>Another program is writing “%1”.</source>
        <translation>另一个程序正在写入“%1”。</translation>
    </message>
    <message>
        <source>There is no encoding named “%1”.</source>
        <translation>没有名为“%1”的编码。</translation>
    </message>
    <message>
        <source>The system reports: %1.</source>
        <translation>系统报告：%1。</translation>
    </message>
    <message>
        <source>%1: the system reports: %2.</source>
        <translation>%1：系统报告：%2。</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Stopped listening on %1</source>
        <translation>已停止监听 %1</translation>
    </message>
    <message>
        <source>Accepting paused; who connects now waits in the queue</source>
        <translation>已暂停接受；新来的连接在队列中等待</translation>
    </message>
    <message>
        <source>Accepting again</source>
        <translation>恢复接受连接</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Connecting to %1 (%2)</source>
        <translation>正在连接 %1（%2）</translation>
    </message>
    <message>
        <source>Connected from %1 to %2</source>
        <translation>已从 %1 连接到 %2</translation>
    </message>
    <message>
        <source>Accepted %2 on %1</source>
        <translation>在 %1 接受了 %2</translation>
    </message>
    <message>
        <source>The peer finished sending (FIN)</source>
        <translation>对端结束发送（FIN）</translation>
    </message>
    <message>
        <source>We finished sending (FIN)</source>
        <translation>本端结束发送（FIN）</translation>
    </message>
    <message>
        <source>The peer reset the connection (RST)</source>
        <translation>对端重置了连接（RST）</translation>
    </message>
    <message>
        <source>We reset the connection (RST)</source>
        <translation>本端重置了连接（RST）</translation>
    </message>
    <message numerus="yes">
        <source>Closed; %n byte(s) were never sent</source>
        <translation>
            <numerusform>已关闭；%n 个字节未能发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Reading stopped; the receive window fills and closes</source>
        <translation>已停止读取；接收窗口逐渐填满并关闭</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no hex digit (0–9, a–f).</source>
        <translation>位置 %2 的“%1”不是十六进制数字（0–9、a–f）。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is half a byte; a byte is two hex digits.</source>
        <translation>位置 %2 的“%1”只是半个字节；一个字节要两位十六进制数字。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no escape; known are \r \n \t \0 \\ \xNN \uNNNN.</source>
        <translation>位置 %2 的“%1”不是转义；可用的有 \r \n \t \0 \\ \xNN \uNNNN。</translation>
    </message>
    <message>
        <source>The escape “%1” at position %2 is not finished.</source>
        <translation>位置 %2 的转义“%1”不完整。</translation>
    </message>
    <message>
        <source>“%1” at position %2 names no character.</source>
        <translation>位置 %2 的“%1”不对应任何字符。</translation>
    </message>
    <message>
        <source>“%1” at position %2 cannot be written in %3.</source>
        <translation>位置 %2 的“%1”无法用 %3 表示。</translation>
    </message>
    <message>
        <source>The brace at position %1 is not closed; write {{ for a brace itself.</source>
        <translation>位置 %1 的花括号没有闭合；要写花括号本身请用 {{。</translation>
    </message>
    <message>
        <source>The brace at position %1 closes nothing; write }} for a brace itself.</source>
        <translation>位置 %1 的花括号没有对应的开头；要写花括号本身请用 }}。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no escape, or cannot be written in the encoding.</source>
        <translation>位置 %2 的“%1”不是转义，或无法用该编码表示。</translation>
    </message>
    <message>
        <source>“%1” is not an address; write it like 192.168.0.1 or ::1.</source>
        <translation>“%1”不是地址；请写成 192.168.0.1 或 ::1 的形式。</translation>
    </message>
    <message>
        <source>%1 needs the name of a network interface of this computer behind it, like fe80::1%eth0.</source>
        <translation>%1 后面须写明本机的网络接口名，例如 fe80::1%eth0。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>a size</comment>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” already exists and is never overwritten; choose another name.</source>
        <translation>“%1”已存在，绝不会被覆盖；请换一个名字。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is not a placeholder; there are {text}, {peer}, {size} and {time}.</source>
        <translation>位置 %2 的“%1”不是占位符；可用的有 {text}、{peer}、{size} 和 {time}。</translation>
    </message>
    <message>
        <source>“%1” is neither a recording nor a capture (pcapng, pcap).</source>
        <translation>“%1”既不是记录，也不是抓包文件（pcapng、pcap）。</translation>
    </message>
    <message>
        <source>“%1” was written in a newer version of its format; open it with a newer version of the program.</source>
        <translation>“%1”使用较新的格式版本写成；请用较新版本的程序打开。</translation>
    </message>
    <message>
        <source>The capture is from a link that is not known here: %1. Captures from Ethernet, raw IP, Linux cooked and loopback interfaces can be opened.</source>
        <translation>抓包文件来自不支持的链路类型：%1。可以打开以太网、原始 IP、Linux cooked 和环回接口的抓包文件。</translation>
    </message>
    <message>
        <source>“%1” is compressed; decompress it first, then open what comes out.</source>
        <translation>“%1”是压缩文件；请先解压，再打开解压后的文件。</translation>
    </message>
    <message>
        <source>“%1” is the capture of another program, which is never changed; export its rows as a new recording, and work with that.</source>
        <translation>“%1”是其他程序的抓包文件，本程序绝不改动；请把其中的行导出为新的记录，再使用新记录。</translation>
    </message>
    <message>
        <source>“%1” ends in a record that is not whole, so nothing is added to it; export its rows as a new recording, and work with that.</source>
        <translation>“%1”的最后一条记录不完整，因此不再向它添加内容；请把其中的行导出为新的记录，再使用新记录。</translation>
    </message>
    <message>
        <source>“%1” has changed since it was opened; open it again.</source>
        <translation>“%1”在打开后发生了变化；请重新打开。</translation>
    </message>
    <message>
        <source>%3 between %1 and %2</source>
        <comment>1 and 2: addresses, 3: UDP</comment>
        <translation>%1 与 %2 之间的 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) to the peer were not captured</source>
        <translation>
            <numerusform>发往对端的 %n 个字节未被抓到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) from the peer were not captured</source>
        <translation>
            <numerusform>来自对端的 %n 个字节未被抓到</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from links that are not known here</source>
        <comment>packets</comment>
        <translation>%1 个来自不支持的链路类型</translation>
    </message>
    <message>
        <source>%1 with headers that are damaged or cut off</source>
        <comment>packets</comment>
        <translation>%1 个首部损坏或被截断</translation>
    </message>
    <message>
        <source>%1 that are fragments of something incomplete</source>
        <comment>packets</comment>
        <translation>%1 个是不完整数据报的分片</translation>
    </message>
    <message numerus="yes">
        <source>%1 packet(s) of the capture are not shown: %2.</source>
        <translation>
            <numerusform>抓包文件中有 %1 个数据包未显示：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no bench of this program: “format” is not “socket-workbench-workspace”.</source>
        <translation>它不是本程序的工作台文件：“format”不是“socket-workbench-workspace”。</translation>
    </message>
    <message>
        <source>brackets nest deeper than %1.</source>
        <translation>括号嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>this is no JSON; a comma, a quotation mark or a bracket may be missing or too many.</source>
        <translation>这不是 JSON；可能少了或多了逗号、引号或括号。</translation>
    </message>
    <message>
        <source>this is given twice; keep one.</source>
        <translation>此项出现了两次；请只保留一个。</translation>
    </message>
    <message>
        <source>this is missing.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <source>%1 is no text; write it in quotation marks.</source>
        <translation>%1 不是文本；请写在引号里。</translation>
    </message>
    <message>
        <source>%1 is no whole number from %2 to %3.</source>
        <translation>%1 不是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false.</source>
        <translation>%1 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>%1 is no list; write it in square brackets.</source>
        <translation>%1 不是列表；请写在方括号里。</translation>
    </message>
    <message>
        <source>%1 is no endpoint; an endpoint stands in braces.</source>
        <translation>%1 不是端点；端点要写在花括号里。</translation>
    </message>
    <message>
        <source>%1 is none of: %2.</source>
        <translation>%1 不是下列之一：%2。</translation>
    </message>
    <message numerus="yes">
        <source>the text is longer than %n character(s).</source>
        <translation>
            <numerusform>文本超过 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>an empty message cannot be sent; leave it out.</source>
        <translation>空消息无法发送；请删去。</translation>
    </message>
    <message>
        <source>there is no encoding named %1.</source>
        <translation>没有名为 %1 的编码。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>endpoint %1</source>
        <translation>端点 %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a key in a file</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place in a file and what is wrong there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1” is the recording that the rows come from; choose another name.</source>
        <translation>“%1”就是这些行所在的记录；请换一个名字。</translation>
    </message>
    <message>
        <source>Some of these rows of “%1” are UDP, and a recording holds TCP only. Choose another format, or leave the UDP rows out.</source>
        <translation>“%1”的这些行中有 UDP，而记录只能存放 TCP。请选择别的格式，或略去 UDP 的行。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The disk is full, and nothing was written: make room, or choose another folder than that of “%1”.</source>
        <translation>磁盘已满，没有写入任何内容：请腾出空间，或不要使用“%1”所在的文件夹。</translation>
    </message>
    <message>
        <source>The capture begins in the middle of this connection</source>
        <translation>抓包开始时此连接已在进行</translation>
    </message>
    <message>
        <source>%1 of protocols other than TCP and UDP</source>
        <comment>packets</comment>
        <translation>%1 个属于 TCP 和 UDP 以外的协议</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>“%1” is empty: there is no recording in it.</source>
        <translation>“%1”是空文件：其中没有记录。</translation>
    </message>
    <message>
        <source>It is no ordinary file; a folder, a device or a pipe is not opened.</source>
        <translation>它不是普通文件；不能打开文件夹、设备或管道。</translation>
    </message>
    <message>
        <source>It is larger than %1, the most that a bench file may have.</source>
        <translation>它超过了 %1，这是工作台文件的大小上限。</translation>
    </message>
    <message>
        <source>there are %1 entries here, and no more than %2 are allowed.</source>
        <translation>此处有 %1 项，最多允许 %2 项。</translation>
    </message>
</context>
<context>
    <name>swb::cli</name>
    <message>
        <source>start a TCP server; prints each event</source>
        <translation>启动 TCP 服务器，打印每个事件</translation>
    </message>
    <message>
        <source>dial; stdin goes out, what arrives is printed</source>
        <translation>发起连接；发送标准输入，打印收到的数据</translation>
    </message>
    <message>
        <source>print a recording as text, JSON or raw bytes</source>
        <translation>以文本、JSON 或原始字节打印记录</translation>
    </message>
    <message>
        <source>verify a recording; say what is torn and where</source>
        <translation>校验记录，指出何处残缺</translation>
    </message>
    <message>
        <source>Usage: swb COMMAND [OPTIONS] OPERAND</source>
        <translation>用法：swb 命令 [选项] 操作数</translation>
    </message>
    <message>
        <source>swb COMMAND --help lists the options of a command.</source>
        <translation>swb 命令 --help 列出该命令的选项。</translation>
    </message>
    <message>
        <source>Exit codes: 0 fine; 1 the connection, file or check failed; 2 wrong use.</source>
        <translation>退出码：0 正常；1 连接、文件或校验失败；2 用法错误。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>打印此帮助。</translation>
    </message>
    <message>
        <source>The encoding of texts, UTF-8 unless given.</source>
        <translation>文本的编码，默认为 UTF-8。</translation>
    </message>
    <message>
        <source>Print one JSON object a line.</source>
        <translation>每行打印一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Print the bytes of events as a hex dump.</source>
        <translation>以十六进制转储打印事件的字节。</translation>
    </message>
    <message>
        <source>Print exactly the bytes that arrived.</source>
        <translation>原样打印收到的字节。</translation>
    </message>
    <message>
        <source>Print no events, only what arrived and what failed.</source>
        <translation>不打印事件，只打印收到的数据和错误。</translation>
    </message>
    <message>
        <source>Record everything into a new pcapng file.</source>
        <translation>把一切记录到新的 pcapng 文件。</translation>
    </message>
    <message>
        <source>End after so many seconds.</source>
        <translation>经过这么多秒后结束。</translation>
    </message>
    <message>
        <source>Send this text first; may be given several times.</source>
        <translation>先发送此文本；可多次给出。</translation>
    </message>
    <message>
        <source>Send these bytes, written as hex digits.</source>
        <translation>发送这些以十六进制数字写出的字节。</translation>
    </message>
    <message>
        <source>Send the bytes of this file; - is stdin.</source>
        <translation>发送此文件的字节；- 表示标准输入。</translation>
    </message>
    <message>
        <source>End each sent text, and lines from stdin, with: none, lf or crlf.</source>
        <translation>发送的每段文本和标准输入各行的行尾：none、lf 或 crlf。</translation>
    </message>
    <message>
        <source>Texts hold escapes: \r \n \t \0 \\ \xNN \uNNNN.</source>
        <translation>文本中使用转义：\r \n \t \0 \\ \xNN \uNNNN。</translation>
    </message>
    <message>
        <source>End when the first connection has ended.</source>
        <translation>第一个连接结束后即结束。</translation>
    </message>
    <message>
        <source>End after the first answer.</source>
        <translation>收到第一个应答后即结束。</translation>
    </message>
    <message>
        <source>End connections by RST instead of FIN.</source>
        <translation>用 RST 而不是 FIN 结束连接。</translation>
    </message>
    <message>
        <source>Stay connected after the peer has finished sending.</source>
        <translation>对端结束发送后保持连接（半开）。</translation>
    </message>
    <message>
        <source>Finish sending (FIN) when stdin ends, and go on receiving.</source>
        <translation>标准输入结束时结束发送（FIN），并继续接收。</translation>
    </message>
    <message>
        <source>Send back every byte that arrives.</source>
        <translation>把收到的每个字节发回去。</translation>
    </message>
    <message>
        <source>Answer each read; {text} {peer} {size} {time} are filled in.</source>
        <translation>每收到一段数据就回复；占位符 {text} {peer} {size} {time} 会被替换。</translation>
    </message>
    <message>
        <source>Send this text to each client as it connects.</source>
        <translation>客户端一连接就向其发送此文本。</translation>
    </message>
    <message>
        <source>Wait before each answer.</source>
        <translation>每次回复之前等待的时间。</translation>
    </message>
    <message>
        <source>Close the connection when exactly this text arrives.</source>
        <translation>收到的数据恰好是此文本时关闭连接。</translation>
    </message>
    <message>
        <source>Close the connection after the first answer.</source>
        <translation>第一次回复后关闭连接。</translation>
    </message>
    <message>
        <source>Serve at most so many clients at once.</source>
        <translation>同时服务的客户端数上限。</translation>
    </message>
    <message>
        <source>Serve one client after the other.</source>
        <translation>一次只服务一个客户端，依次进行。</translation>
    </message>
    <message>
        <source>The length of the accept queue, 128 unless given.</source>
        <translation>监听队列的长度，默认为 128。</translation>
    </message>
    <message>
        <source>Do not set SO_REUSEADDR.</source>
        <translation>不设置 SO_REUSEADDR。</translation>
    </message>
    <message>
        <source>Only the connection of this number.</source>
        <translation>只限此编号的连接。</translation>
    </message>
    <message>
        <source>Only events of this name, like received; may be given several times.</source>
        <translation>只限此名称的事件，例如 received；可多次给出。</translation>
    </message>
    <message>
        <source>Only events that hold this text, also across their ends.</source>
        <translation>只限含有此文本的事件，跨事件边界的也算。</translation>
    </message>
    <message>
        <source>Only events that hold these bytes, written as hex digits.</source>
        <translation>只限含有这些字节的事件，字节以十六进制数字写出。</translation>
    </message>
    <message>
        <source>Unknown option --%1.</source>
        <translation>未知选项 --%1。</translation>
    </message>
    <message>
        <source>swb %1 needs %2.</source>
        <translation>swb %1 需要 %2。</translation>
    </message>
    <message>
        <source>“%1” is one operand too many.</source>
        <translation>“%1”是多余的操作数。</translation>
    </message>
    <message>
        <source>Usage: swb %1 [options] %2</source>
        <translation>用法：swb %1 [选项] %2</translation>
    </message>
    <message>
        <source>--eol %1: choose none, lf or crlf.</source>
        <translation>--eol %1：请选择 none、lf 或 crlf。</translation>
    </message>
    <message>
        <source>--send-file -: a server sends to every client, and stdin can be read only once.</source>
        <translation>--send-file -：服务器要向每个客户端发送，而标准输入只能读取一次。</translation>
    </message>
    <message>
        <source>--event %1: there is no event of that name.</source>
        <translation>--event %1：没有此名称的事件。</translation>
    </message>
    <message>
        <source>--%1 %2: choose a number from %3 to %4.</source>
        <translation>--%1 %2：请选择 %3 到 %4 之间的数。</translation>
    </message>
    <message>
        <source>--%1 %2: choose a number of seconds above 0.</source>
        <translation>--%1 %2：请选择大于 0 的秒数。</translation>
    </message>
    <message>
        <source>“%1”: put an IPv6 address into brackets, like [::1]:9090.</source>
        <translation>“%1”：IPv6 地址须放在方括号内，例如 [::1]:9090。</translation>
    </message>
    <message>
        <source>“%1” is no port; a port is a number from %2 to 65535.</source>
        <translation>“%1”不是端口；端口是 %2 到 65535 之间的数。</translation>
    </message>
    <message>
        <source>“%1” names no host; write HOST:PORT.</source>
        <translation>“%1”没有写明主机；请写成 HOST:PORT。</translation>
    </message>
    <message>
        <source>“%1” was not sent to its end.</source>
        <translation>“%1”没有全部发送完。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n byte(s) were never sent.</source>
        <translation>
            <numerusform>%1：%n 个字节未能发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is incomplete: its last %n byte(s) could not be written.</source>
        <translation>
            <numerusform>“%1”不完整：最后 %n 个字节未能写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged at byte %2; %3 byte(s) follow its last good record (%4).</source>
        <translation>
            <numerusform>“%1”在第 %2 字节处损坏；最后一条完好的记录之后还有 %3 个字节（%4）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is cut short: %3 byte(s) follow its last whole record, which ends at byte %2.</source>
        <translation>
            <numerusform>“%1”被截断：最后一条完整的记录在第 %2 字节处结束，其后还有 %3 个字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>events, connections, bytes received, bytes sent</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 connection(s)</source>
        <translation>
            <numerusform>%1 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) received</source>
        <translation>
            <numerusform>收到 %1 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) sent</source>
        <translation>
            <numerusform>发出 %1 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” grows again.</source>
        <translation>“%1”又能继续写入了。</translation>
    </message>
    <message>
        <source>Argument %1 is not UTF-8 (%2); bytes go out with --send-hex or --send-file.</source>
        <translation>第 %1 个参数不是 UTF-8（%2）；要发送原始字节，请用 --send-hex 或 --send-file。</translation>
    </message>
    <message>
        <source>run a saved bench, or an example</source>
        <translation>运行已保存的工作台或示例</translation>
    </message>
    <message>
        <source>End when all clients have ended; without clients, when the first connection has.</source>
        <translation>所有客户端都结束后即结束；没有客户端时，第一个连接结束后即结束。</translation>
    </message>
    <message>
        <source>Run an example instead of a file: %1.</source>
        <translation>不运行文件，而运行示例：%1。</translation>
    </message>
    <message>
        <source>Only events that hold a match of this expression (PCRE2, over bytes).</source>
        <translation>只限含有此正则表达式匹配的事件（PCRE2，按字节匹配）。</translation>
    </message>
    <message>
        <source>What is looked for matches in either case.</source>
        <translation>查找时忽略大小写。</translation>
    </message>
    <message>
        <source>Print only how many matches there are.</source>
        <translation>只打印匹配的数目。</translation>
    </message>
    <message>
        <source>Choose one of --json and --hex.</source>
        <translation>--json 和 --hex 只能选一个。</translation>
    </message>
    <message>
        <source>--example %1: there is no example of that name; choose one of %2.</source>
        <translation>--example %1：没有此名称的示例；请从 %2 中选择。</translation>
    </message>
    <message>
        <source>Choose one of --find, --find-hex and --find-regex.</source>
        <translation>--find、--find-hex 和 --find-regex 只能选一个。</translation>
    </message>
    <message>
        <source>--count and --ignore-case need --find, --find-hex or --find-regex.</source>
        <translation>--count 和 --ignore-case 需要与 --find、--find-hex 或 --find-regex 一起使用。</translation>
    </message>
    <message>
        <source>“%1” is an empty bench; there is nothing to run.</source>
        <translation>“%1”是空的工作台；没有可运行的内容。</translation>
    </message>
    <message>
        <source>“%1” cannot be run: %2</source>
        <translation>无法运行“%1”：%2</translation>
    </message>
    <message>
        <source>“%1”: %2 is not understood and left out.</source>
        <translation>“%1”：%2 无法识别，已略去。</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>%1 只能选一个。</translation>
    </message>
    <message>
        <source>--output needs the name of a file.</source>
        <translation>--output 后面需要文件名。</translation>
    </message>
    <message>
        <source>--pcapng makes a file; name it with --output.</source>
        <translation>--pcapng 会生成文件；请用 --output 指定文件名。</translation>
    </message>
    <message>
        <source>--quiet leaves no rows to write; leave it out.</source>
        <translation>有 --quiet 就没有可写的行；请去掉它。</translation>
    </message>
    <message>
        <source>--count prints a number and no rows; leave out --output and the format.</source>
        <translation>--count 只打印数目，不打印行；请去掉 --output 和格式选项。</translation>
    </message>
    <message>
        <source>Print a table (RFC 4180), the bytes as text and as hex.</source>
        <translation>打印 CSV 表格（RFC 4180），字节以文本和十六进制表示。</translation>
    </message>
    <message>
        <source>Print the bytes of each event as an array of C.</source>
        <translation>把每个事件的字节打印为 C 数组。</translation>
    </message>
    <message>
        <source>Make a recording of the events that are left; needs --output.</source>
        <translation>把筛选后的事件写成记录；需要 --output。</translation>
    </message>
    <message>
        <source>Write into this file instead; it appears whole, and replaces an older one.</source>
        <translation>改为写入此文件；写完才出现，并替换已有的文件。</translation>
    </message>
    <message>
        <source>“%1” was saved by a newer version; what is not understood is left out.</source>
        <translation>“%1”由较新的版本保存；无法识别的内容已略去。</translation>
    </message>
    <message>
        <source>Writing: %1%</source>
        <translation>正在写入：%1%</translation>
    </message>
    <message numerus="yes">
        <source>The recording is damaged: %n event(s) were exported without all their bytes.</source>
        <translation>
            <numerusform>录制已损坏：有 %n 个事件导出时缺少部分数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading: %1%</source>
        <translation>正在读取：%1%</translation>
    </message>
    <message>
        <source>Searching: %1%</source>
        <translation>正在查找：%1%</translation>
    </message>
    <message>
        <source>swb lab needs list, check ID or check all.</source>
        <translation>swb lab 需要 list、check 编号 或 check all。</translation>
    </message>
    <message>
        <source>“%1” is nothing that swb lab does; choose list, check ID or check all.</source>
        <translation>swb lab 没有“%1”；请用 list、check 编号 或 check all。</translation>
    </message>
    <message>
        <source>swb lab check needs a lab: all, or one of %1.</source>
        <translation>swb lab check 需要指定实验：all，或 %1 之一。</translation>
    </message>
    <message>
        <source>There is no lab “%1”; choose all, or one of %2.</source>
        <translation>没有实验“%1”；请用 all，或 %2 之一。</translation>
    </message>
    <message>
        <source>No command: choose listen, connect, run, show, check or lab; swb --help explains them.</source>
        <translation>缺少命令：请选择 listen、connect、run、show、check 或 lab；swb --help 有说明。</translation>
    </message>
    <message>
        <source>There is no command “%1”; choose listen, connect, run, show, check or lab.</source>
        <translation>没有命令“%1”；请选择 listen、connect、run、show、check 或 lab。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>cannot be told here</source>
        <translation>此处无法判定</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>list the labs, or check them: list, check ID, check all</source>
        <translation>列出实验或检验实验：list、check 编号、check all</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>swb::lab</name>
    <message>
        <source>Where are my bytes?</source>
        <translation>我的字节在哪里？</translation>
    </message>
    <message>
        <source>“send() sends the data to the other side.”</source>
        <translation>“send() 把数据发送给对方。”</translation>
    </message>
    <message>
        <source>Think of two tanks with a pipe between them. send() pours into the near tank and comes back. The kernel pumps. recv() drinks from the far tank. Here the other program does not drink.</source>
        <translation>设想两个水箱，中间一根管子。send() 把水倒进近处的水箱就返回，内核负责抽水，recv() 从远处的水箱里喝。这里对方程序不喝。</translation>
    </message>
    <message>
        <source>Say where every byte is that send() took: not yet sent, sent and not confirmed, or waiting unread at the other side. The three must add up, to the byte.</source>
        <translation>说出 send() 收下的每个字节在哪里：尚未发送、已发送未确认，还是在对方等待读取。三者之和必须一个字节也不差。</translation>
    </message>
    <message>
        <source>send() gives bytes to your own kernel; nothing more is promised when it returns. A byte may be unsent, on its way, or in the other kernel&apos;s buffer, and the program there has still not seen it. When both tanks are full, the reader&apos;s window closes and send() waits, or takes only a part.</source>
        <translation>send() 把字节交给自己的内核；它返回时只保证这一点。字节可能尚未发送、在途中，或在对方内核的缓冲区里，而那边的程序还没有见到它。两个水箱都满时，读取方的窗口关闭，send() 就等待，或只收下一部分。</translation>
    </message>
    <message>
        <source>Look again after some seconds: the sender asks from time to time whether the window has opened. Those are the probes.</source>
        <translation>过几秒再看：发送方会不时询问窗口是否打开。这就是探测。</translation>
    </message>
    <message>
        <source>A program sends 10,000,000 bytes. The other one never calls recv(). How many bytes will send() take?</source>
        <translation>一个程序发送 10,000,000 字节。另一个从不调用 recv()。send() 会收下多少字节？</translation>
    </message>
    <message>
        <source>How many of them has the other program got by then?</source>
        <translation>这时对方程序得到了其中多少？</translation>
    </message>
    <message>
        <source>Send until nothing more is taken</source>
        <translation>一直发送，直到不再收下</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Say where the bytes are</source>
        <translation>说出字节在哪里</translation>
    </message>
    <message>
        <source>waiting unread at the other side</source>
        <translation>在对方等待读取</translation>
    </message>
    <message>
        <source>sent and not confirmed</source>
        <translation>已发送未确认</translation>
    </message>
    <message>
        <source>not yet sent</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Let the other program read</source>
        <translation>让对方程序读取</translation>
    </message>
    <message>
        <source>bytes that send() took</source>
        <translation>send() 收下的字节</translation>
    </message>
    <message>
        <source>bytes that recv() gave to the other program</source>
        <translation>recv() 交给对方程序的字节</translation>
    </message>
    <message>
        <source>not confirmed by the other side, sent or not</source>
        <translation>对方未确认的，无论发送与否</translation>
    </message>
    <message>
        <source>of these, not yet sent</source>
        <translation>其中尚未发送的</translation>
    </message>
    <message>
        <source>bytes that the other side allows now (its window)</source>
        <translation>对方此刻允许的字节（它的窗口）</translation>
    </message>
    <message>
        <source>questions without an answer: is there room?</source>
        <translation>未得到回应的询问：有空间吗？</translation>
    </message>
    <message>
        <source>your answer: unread</source>
        <translation>你的回答：未读</translation>
    </message>
    <message>
        <source>your answer: not confirmed</source>
        <translation>你的回答：未确认</translation>
    </message>
    <message>
        <source>your answer: not sent</source>
        <translation>你的回答：未发送</translation>
    </message>
    <message>
        <source>the kernel: unread</source>
        <translation>内核：未读</translation>
    </message>
    <message>
        <source>the kernel: not confirmed</source>
        <translation>内核：未确认</translation>
    </message>
    <message>
        <source>the kernel: not sent</source>
        <translation>内核：未发送</translation>
    </message>
    <message>
        <source>bytes that recv() gave in the end</source>
        <translation>recv() 最终交出的字节</translation>
    </message>
    <message>
        <source>not confirmed by the other side</source>
        <translation>对方未确认的</translation>
    </message>
    <message>
        <source>microseconds that the closed window cost the sender</source>
        <translation>窗口关闭使发送方耽搁的微秒数</translation>
    </message>
    <message>
        <source>Send until nothing more is taken.</source>
        <translation>请一直发送，直到不再收下。</translation>
    </message>
    <message>
        <source>Say where the bytes are.</source>
        <translation>请说出字节在哪里。</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>You said %1 bytes are %2; the kernel says another number.</source>
        <translation>你说有 %1 字节%2；内核给出的数字不同。</translation>
    </message>
    <message>
        <source>The kernel&apos;s three numbers do not add up to what send() took.</source>
        <translation>内核的三个数之和不等于 send() 收下的字节数。</translation>
    </message>
    <message>
        <source>Let the other program read everything.</source>
        <translation>请让对方程序全部读完。</translation>
    </message>
    <message>
        <source>Half a goodbye</source>
        <translation>半个再见</translation>
    </message>
    <message>
        <source>“close() ends the connection; when recv() gives nothing, the other side has gone.”</source>
        <translation>“close() 结束连接；recv() 什么也没给出，就是对方已经离开。”</translation>
    </message>
    <message>
        <source>A connection is two one-way streets. “I have said everything” closes one of them. The other one stays open until the other side has said everything, too.</source>
        <translation>一个连接是两条单行道。“我说完了”关闭其中一条；另一条一直开着，直到对方也说完。</translation>
    </message>
    <message>
        <source>End what the client sends so that the server&apos;s answer still arrives, and no side sees a reset.</source>
        <translation>结束客户端的发送，但让服务器的回答仍能到达，并且双方都不出现重置。</translation>
    </message>
    <message>
        <source>shutdown(SHUT_WR) sends a FIN: no more bytes will come from here. The server&apos;s recv() gives no bytes, which means “it has said everything”, not “it is gone”. The client waits in FIN-WAIT-2 and goes on reading. After close() nobody is left to read; an answer that comes then is thrown back as a reset.</source>
        <translation>shutdown(SHUT_WR) 发出 FIN：这边不会再有字节。服务器的 recv() 得到零字节，意思是“对方说完了”，而不是“对方走了”。客户端停在 FIN-WAIT-2，继续读取。close() 之后就没有人读了；这时到来的回答会被重置顶回去。</translation>
    </message>
    <message>
        <source>Do it again with close(), and look at what the server gets for its answer.</source>
        <translation>换成 close() 再做一次，看看服务器的回答会得到什么。</translation>
    </message>
    <message>
        <source>The client has called shutdown(SHUT_WR). Can it still receive?</source>
        <translation>客户端调用了 shutdown(SHUT_WR)。它还能接收吗？</translation>
    </message>
    <message>
        <source>no, the connection is closed</source>
        <translation>不能，连接已关闭</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>能</translation>
    </message>
    <message>
        <source>What does the server&apos;s next recv() do?</source>
        <translation>服务器的下一次 recv() 会怎样？</translation>
    </message>
    <message>
        <source>it waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>it gives no bytes</source>
        <translation>得到零字节</translation>
    </message>
    <message>
        <source>it fails: connection reset</source>
        <translation>失败：连接被重置</translation>
    </message>
    <message>
        <source>In which state is the client then?</source>
        <translation>这时客户端处于哪个状态？</translation>
    </message>
    <message>
        <source>The client calls …</source>
        <translation>客户端调用……</translation>
    </message>
    <message>
        <source>Connect, and let the client ask</source>
        <translation>建立连接，让客户端提问</translation>
    </message>
    <message>
        <source>End what the client sends</source>
        <translation>结束客户端的发送</translation>
    </message>
    <message>
        <source>Let the server answer</source>
        <translation>让服务器回答</translation>
    </message>
    <message>
        <source>Let the server close</source>
        <translation>让服务器关闭</translation>
    </message>
    <message>
        <source>bytes of the question</source>
        <translation>提问的字节数</translation>
    </message>
    <message>
        <source>the server&apos;s recv(): error, or 0 for the end</source>
        <translation>服务器的 recv()：错误，0 表示结束</translation>
    </message>
    <message>
        <source>the client&apos;s end</source>
        <translation>客户端一端</translation>
    </message>
    <message>
        <source>the server&apos;s end</source>
        <translation>服务器一端</translation>
    </message>
    <message>
        <source>bytes of the answer that send() took</source>
        <translation>send() 收下的回答字节数</translation>
    </message>
    <message>
        <source>bytes of it that the client got</source>
        <translation>其中客户端得到的字节数</translation>
    </message>
    <message>
        <source>the server&apos;s recv() after its answer</source>
        <translation>服务器回答之后的 recv()</translation>
    </message>
    <message>
        <source>the client&apos;s recv(): error, or 0 for the end</source>
        <translation>客户端的 recv()：错误，0 表示结束</translation>
    </message>
    <message>
        <source>what is left at the client&apos;s end</source>
        <translation>客户端一端剩下的状态</translation>
    </message>
    <message>
        <source>what is left at the server&apos;s end</source>
        <translation>服务器一端剩下的状态</translation>
    </message>
    <message>
        <source>Let the client ask.</source>
        <translation>请让客户端提问。</translation>
    </message>
    <message>
        <source>End what the client sends, before the answer.</source>
        <translation>请在回答之前结束客户端的发送。</translation>
    </message>
    <message>
        <source>The client must get the server&apos;s answer after that.</source>
        <translation>此后客户端必须得到服务器的回答。</translation>
    </message>
    <message>
        <source>The server must see an end and no reset.</source>
        <translation>服务器必须看到结束，而不是重置。</translation>
    </message>
    <message>
        <source>The client must see an end and no reset.</source>
        <translation>客户端必须看到结束，而不是重置。</translation>
    </message>
    <message>
        <source>A stream, not messages</source>
        <translation>是流，不是消息</translation>
    </message>
    <message>
        <source>“The client sends three names; the server receives each with recv(1024).”</source>
        <translation>“客户端发送三个名字；服务器用 recv(1024) 逐个接收。”</translation>
    </message>
    <message>
        <source>Three letters through one slot, and behind the slot they fall on a paper roll: the ink is all there and in order, but the letters&apos; edges are gone. TCP keeps bytes and their order. It does not keep your calls of send().</source>
        <translation>三封信投进同一个口，里面却印到一卷纸上：字迹齐全，顺序不乱，信与信的边界却没有了。TCP 保留字节和顺序，不保留你的每次 send()。</translation>
    </message>
    <message>
        <source>Choose a way to mark where a name ends that survives every delivery: all at once, byte by byte, and cut at a hundred random places.</source>
        <translation>选一种标记名字结尾的办法，怎样送达都不出错：一次全到、逐字节到达、在一百个随机位置切断。</translation>
    </message>
    <message>
        <source>One send() is not one recv(). What arrives together depends on timing, buffers and the number you give to recv(), which is only a maximum. The tutorial&apos;s pair works because it waits for an answer after each name. A line end after each message, or its length before it, works always.</source>
        <translation>一次 send() 不等于一次 recv()。哪些一起到达，取决于时机、缓冲区和给 recv() 的数字，而那只是上限。教程里的程序能行，是因为每个名字之后都等回答。在每条消息后加换行，或在前面写上长度，才总是有效。</translation>
    </message>
    <message>
        <source>What if a name may hold a line end itself? And what if it is longer than 255 bytes?</source>
        <translation>如果名字本身可能含换行呢？如果它超过 255 字节呢？</translation>
    </message>
    <message>
        <source>A client sends Michael, Tracy and Sarah with three calls. Then the server calls recv(1024) until nothing is left. How many calls give something?</source>
        <translation>客户端分三次调用发送 Michael、Tracy 和 Sarah。然后服务器反复调用 recv(1024)，直到取完。有几次调用得到了数据？</translation>
    </message>
    <message>
        <source>And if it calls recv(4)?</source>
        <translation>如果调用的是 recv(4) 呢？</translation>
    </message>
    <message>
        <source>A message is …</source>
        <translation>一条消息是……</translation>
    </message>
    <message>
        <source>what one recv() gives</source>
        <translation>一次 recv() 得到的</translation>
    </message>
    <message>
        <source>always seven bytes</source>
        <translation>总是七个字节</translation>
    </message>
    <message>
        <source>what stands before a line end</source>
        <translation>换行之前的内容</translation>
    </message>
    <message>
        <source>as long as the byte before it says</source>
        <translation>长度由前面的一个字节说明</translation>
    </message>
    <message>
        <source>Send three names, then read with recv(1024)</source>
        <translation>发送三个名字，再用 recv(1024) 读取</translation>
    </message>
    <message>
        <source>Send them again, then read with recv(4)</source>
        <translation>再发一遍，然后用 recv(4) 读取</translation>
    </message>
    <message>
        <source>Try a way to mark messages</source>
        <translation>试一种标记消息的办法</translation>
    </message>
    <message>
        <source>calls of send()</source>
        <translation>send() 调用次数</translation>
    </message>
    <message>
        <source>segments with data that came</source>
        <translation>到达的数据报文段</translation>
    </message>
    <message>
        <source>bytes that wait for recv()</source>
        <translation>等待 recv() 的字节</translation>
    </message>
    <message>
        <source>recv() gave “%1”, bytes</source>
        <translation>recv() 给出“%1”，字节数</translation>
    </message>
    <message>
        <source>calls of recv() that gave something</source>
        <translation>得到数据的 recv() 次数</translation>
    </message>
    <message>
        <source>the way that was tried</source>
        <translation>所试的办法</translation>
    </message>
    <message>
        <source>the random cuts begin from the number</source>
        <translation>随机切断的种子数</translation>
    </message>
    <message>
        <source>right when all came in one piece (of 1)</source>
        <translation>一次全到时正确（共 1 次）</translation>
    </message>
    <message>
        <source>right when it came byte by byte (of 1)</source>
        <translation>逐字节到达时正确（共 1 次）</translation>
    </message>
    <message>
        <source>right when it was cut at random (of 100)</source>
        <translation>随机切断时正确（共 100 次）</translation>
    </message>
    <message>
        <source>Send the three names and read them.</source>
        <translation>请发送三个名字并读取。</translation>
    </message>
    <message>
        <source>Choose a way to mark messages.</source>
        <translation>请选择一种标记消息的办法。</translation>
    </message>
    <message>
        <source>It fails when all comes in one piece.</source>
        <translation>一次全到时它会出错。</translation>
    </message>
    <message>
        <source>It fails when bytes come one by one.</source>
        <translation>逐字节到达时它会出错。</translation>
    </message>
    <message>
        <source>It fails for %1 of 100 random cuts.</source>
        <translation>100 次随机切断中有 %1 次出错。</translation>
    </message>
    <message>
        <source>The waiting hall</source>
        <translation>候客厅</translation>
    </message>
    <message>
        <source>“listen(128): at most 128 clients can be connected.”</source>
        <translation>“listen(128)：最多可以连接 128 个客户端。”</translation>
    </message>
    <message>
        <source>A server is a hall with a row of chairs. The kernel opens the door and finishes the handshake; whoever has a chair is connected. accept() calls one guest from a chair to a desk. listen(n) says how many chairs there are, not how many desks.</source>
        <translation>服务器是一间摆着一排椅子的厅。内核开门并完成握手，坐上椅子的就已连接。accept() 把一位客人从椅子叫到柜台。listen(n) 说的是有几把椅子，不是几个柜台。</translation>
    </message>
    <message>
        <source>Choose a number for listen() so that exactly six of eight clients are connected while nobody is accepted.</source>
        <translation>为 listen() 选一个数，使八个客户端中恰好六个已连接，而一个也没有 accept。</translation>
    </message>
    <message>
        <source>The number is the length of the queue for connections that are complete and not yet accepted. Linux seats one more than you say. Who finds no chair keeps knocking: its SYN is dropped and sent again. When the server stops listening, guests on chairs are reset, those still knocking are refused, and the one at a desk stays.</source>
        <translation>这个数是“已完成但尚未 accept 的连接”的队列长度。Linux 会比你说的多放一位。找不到椅子的会一直敲门：它的 SYN 被丢弃，又重发。服务器停止监听时，椅子上的客人被重置，还在敲门的被拒绝，柜台前的那位留下。</translation>
    </message>
    <message>
        <source>A server calls listen(3) and accepts nobody. Six clients dial. How many are connected?</source>
        <translation>服务器调用 listen(3)，一个也不 accept。六个客户端来连接。有几个连上？</translation>
    </message>
    <message>
        <source>Then the server closes its listening socket. What do they get?</source>
        <translation>然后服务器关闭监听套接字。它们会得到什么？</translation>
    </message>
    <message>
        <source>nothing: they stay connected</source>
        <translation>什么也没有：保持连接</translation>
    </message>
    <message>
        <source>a polite end: recv gives no bytes</source>
        <translation>礼貌的结束：recv 得到零字节</translation>
    </message>
    <message>
        <source>a reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>listen(</source>
        <translation>listen(</translation>
    </message>
    <message>
        <source>Listen with 3 places and accept one client</source>
        <translation>以 3 个位置监听，并 accept 一个客户端</translation>
    </message>
    <message>
        <source>Let six more clients dial</source>
        <translation>让另外六个客户端来连接</translation>
    </message>
    <message>
        <source>Close the listening socket</source>
        <translation>关闭监听套接字</translation>
    </message>
    <message>
        <source>Let eight clients dial a server that accepts nobody</source>
        <translation>让八个客户端连接一个谁也不 accept 的服务器</translation>
    </message>
    <message>
        <source>clients accepted</source>
        <translation>已 accept 的客户端</translation>
    </message>
    <message>
        <source>complete and waiting for accept()</source>
        <translation>已完成、等待 accept()</translation>
    </message>
    <message>
        <source>the number given to listen()</source>
        <translation>给 listen() 的数</translation>
    </message>
    <message>
        <source>clients that are connected</source>
        <translation>已连接的客户端</translation>
    </message>
    <message>
        <source>clients whose SYN has no answer (SYN-SENT)</source>
        <translation>SYN 没有回应的客户端（SYN-SENT）</translation>
    </message>
    <message>
        <source>clients that were reset</source>
        <translation>被重置的客户端</translation>
    </message>
    <message>
        <source>clients that were refused</source>
        <translation>被拒绝的客户端</translation>
    </message>
    <message>
        <source>recv of a client that waited on a chair</source>
        <translation>坐在椅子上的客户端的 recv</translation>
    </message>
    <message>
        <source>the client that was accepted</source>
        <translation>已 accept 的那个客户端</translation>
    </message>
    <message>
        <source>Let the six clients dial.</source>
        <translation>请让六个客户端来连接。</translation>
    </message>
    <message>
        <source>Close the listening socket.</source>
        <translation>请关闭监听套接字。</translation>
    </message>
    <message>
        <source>Choose a number for listen() yourself.</source>
        <translation>请自己为 listen() 选一个数。</translation>
    </message>
    <message>
        <source>With listen(%1), %2 of eight were connected; six is the task.</source>
        <translation>listen(%1) 时八个中连上了 %2 个；任务是六个。</translation>
    </message>
    <message>
        <source>HTTP by hand</source>
        <translation>手写 HTTP</translation>
    </message>
    <message>
        <source>“Receive until nothing comes, join the pieces, split at the empty line, save the page.”</source>
        <translation>“一直接收到没有数据，拼接起来，在空行处分开，保存网页。”</translation>
    </message>
    <message>
        <source>A page is a letter in a stream that may not end: on the same connection the next one can follow. So the letter itself must say where it ends.</source>
        <translation>网页是一条可能不会结束的流里的一封信：同一连接上后面还可以有下一封。所以信本身必须说明它在哪里结束。</translation>
    </message>
    <message>
        <source>Save the page exactly from a server that gives its length, and from one that sends it in chunks. Both keep the connection open.</source>
        <translation>从给出长度的服务器、以及分块发送的服务器，都准确保存网页。两者都保持连接。</translation>
    </message>
    <message>
        <source>“Until nothing comes” works only if the server closes, and then only because you asked for it with Connection: close. Otherwise recv() waits. With Content-Length you count. With chunks, each has its size in front, in hexadecimal, and a chunk of 0 is the end; saved as it comes, those sizes would stand in your page.</source>
        <translation>“直到没有数据”只在服务器关闭时有效，而那也只是因为你用 Connection: close 提了要求。否则 recv() 会等待。有 Content-Length 时就按它计数。分块时，每块前面有十六进制的大小，大小为 0 的块表示结束；原样保存的话，这些大小会混进你的网页。</translation>
    </message>
    <message>
        <source>The tutorial splits at the first empty line only. Why is that important? Look at the page.</source>
        <translation>教程只在第一个空行处分开。这为什么重要？看看网页内容。</translation>
    </message>
    <message>
        <source>The server gives Content-Length and keeps the connection. A program receives until nothing comes. Then …</source>
        <translation>服务器给出 Content-Length 并保持连接。程序一直接收到没有数据。于是……</translation>
    </message>
    <message>
        <source>it has the page and goes on</source>
        <translation>得到网页并继续</translation>
    </message>
    <message>
        <source>A page that comes in chunks is saved as it comes. Is it the page?</source>
        <translation>分块到来的网页原样保存，得到的是那个网页吗？</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The server …</source>
        <translation>服务器……</translation>
    </message>
    <message>
        <source>closes after the page</source>
        <translation>发完网页就关闭</translation>
    </message>
    <message>
        <source>gives Content-Length</source>
        <translation>给出 Content-Length</translation>
    </message>
    <message>
        <source>sends chunks</source>
        <translation>分块发送</translation>
    </message>
    <message>
        <source>The program receives …</source>
        <translation>程序接收……</translation>
    </message>
    <message>
        <source>until nothing comes</source>
        <translation>直到没有数据</translation>
    </message>
    <message>
        <source>as many bytes as the header says</source>
        <translation>头部说多少字节就收多少</translation>
    </message>
    <message>
        <source>chunk by chunk</source>
        <translation>逐块接收</translation>
    </message>
    <message>
        <source>Ask for the page, and save it</source>
        <translation>请求网页并保存</translation>
    </message>
    <message>
        <source>bytes of the request</source>
        <translation>请求的字节数</translation>
    </message>
    <message>
        <source>bytes that came back, header and all</source>
        <translation>返回的字节数，含头部</translation>
    </message>
    <message>
        <source>the program still waits</source>
        <translation>程序仍在等待</translation>
    </message>
    <message>
        <source>bytes in the file</source>
        <translation>文件中的字节数</translation>
    </message>
    <message>
        <source>its SHA-256 (%1…) is the page&apos;s</source>
        <translation>它的 SHA-256（%1…）与网页相同</translation>
    </message>
    <message>
        <source>Save the page from the server that gives its length, without waiting.</source>
        <translation>请从给出长度的服务器保存网页，不要等待。</translation>
    </message>
    <message>
        <source>Save the page from the server that sends chunks, without waiting.</source>
        <translation>请从分块发送的服务器保存网页，不要等待。</translation>
    </message>
    <message>
        <source>Broken characters</source>
        <translation>破碎的字符</translation>
    </message>
    <message>
        <source>“data = recv(1024); print(data.decode(&apos;GBK&apos;))”</source>
        <translation>“data = recv(1024); print(data.decode(&apos;GBK&apos;))”</translation>
    </message>
    <message>
        <source>In GBK a Chinese character is a pair of bytes, like two halves of a bank note. recv() counts bytes. It may hand you one half now and the other half next time.</source>
        <translation>在 GBK 中，一个汉字是一对字节，就像一张撕成两半的钞票。recv() 只数字节，可能这次给你一半，下次再给另一半。</translation>
    </message>
    <message>
        <source>Read the greeting byte by byte and get exactly its text. Then say in which encodings three messages came.</source>
        <translation>逐字节读取问候语，得到完全正确的文字。然后说出三条消息各用什么编码。</translation>
    </message>
    <message>
        <source>A character is not a byte, and the end of a read is not the end of a character. Decoding each read alone breaks every character that lies across two reads. A decoder that remembers keeps the half until the other half comes. And bytes do not say what they mean: both sides must agree on the encoding.</source>
        <translation>一个字符不等于一个字节，一次读取的末尾也不是字符的末尾。单独解码每次读取，会弄碎所有跨两次读取的字符。有记忆的解码器会留住半个字符，直到另一半到来。而且字节本身不说明含义：双方必须约定编码。</translation>
    </message>
    <message>
        <source>Cut at every place from 0 to 26. Which cuts do no harm, and why?</source>
        <translation>在 0 到 26 的每个位置切断试试。哪些切断没有害处，为什么？</translation>
    </message>
    <message>
        <source>“%1” comes in GBK, in two reads, the first of 5 bytes. How many characters can be shown after the first read?</source>
        <translation>“%1”以 GBK 到达，分两次读取，第一次 5 字节。第一次读取之后能显示几个字符？</translation>
    </message>
    <message>
        <source>Each of the two reads is decoded by itself. Is the text right?</source>
        <translation>两次读取各自单独解码，文字对吗？</translation>
    </message>
    <message>
        <source>bytes in the first read</source>
        <translation>第一次读取的字节数</translation>
    </message>
    <message>
        <source>The program decodes …</source>
        <translation>程序解码的方式……</translation>
    </message>
    <message>
        <source>each read by itself</source>
        <translation>每次读取单独解码</translation>
    </message>
    <message>
        <source>with a decoder that remembers</source>
        <translation>用有记忆的解码器</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>Send the greeting in two pieces</source>
        <translation>把问候语分两段发送</translation>
    </message>
    <message>
        <source>Send the greeting byte by byte</source>
        <translation>逐字节发送问候语</translation>
    </message>
    <message>
        <source>Get the same greeting in three encodings</source>
        <translation>以三种编码接收同一句问候</translation>
    </message>
    <message>
        <source>Say which is which</source>
        <translation>说出各是哪一种</translation>
    </message>
    <message>
        <source>bytes that the first recv() gave</source>
        <translation>第一次 recv() 给出的字节数</translation>
    </message>
    <message>
        <source>characters that can be shown: “%1”</source>
        <translation>可以显示的字符：“%1”</translation>
    </message>
    <message>
        <source>bytes of half a character</source>
        <translation>半个字符的字节数</translation>
    </message>
    <message>
        <source>each read by itself gives the text: “%1”</source>
        <translation>每次读取单独解码得到：“%1”</translation>
    </message>
    <message>
        <source>the text is exact: “%1”</source>
        <translation>文字完全正确：“%1”</translation>
    </message>
    <message>
        <source>message %1 begins with %2; bytes</source>
        <translation>消息 %1 以 %2 开头；字节数</translation>
    </message>
    <message>
        <source>messages named rightly</source>
        <translation>说对的消息数</translation>
    </message>
    <message>
        <source>Read the greeting byte by byte, and get its text.</source>
        <translation>请逐字节读取问候语，并得到它的文字。</translation>
    </message>
    <message>
        <source>Name the encodings of all three messages.</source>
        <translation>请说出全部三条消息的编码。</translation>
    </message>
    <message>
        <source>One clerk or many</source>
        <translation>一个职员还是多个</translation>
    </message>
    <message>
        <source>“A double loop serves many clients.”</source>
        <translation>“双层循环可以服务多个客户端。”</translation>
    </message>
    <message>
        <source>An office with one clerk, who stays with a visitor until he leaves. The next visitor may come in, sit down and even hand over his papers, for the doorman takes them. But nobody reads them.</source>
        <translation>办公室里只有一个职员，陪着一位来访者直到他离开。下一位可以进来、坐下，甚至交上材料，因为门房会收下。可是没有人看。</translation>
    </message>
    <message>
        <source>See the second client wait, with its bytes confirmed and unread. Then serve so that both are answered within half a second while both stay connected.</source>
        <translation>看第二个客户端怎样等待：它的字节已被确认，却没有人读。然后换一种服务方式，使两者都保持连接，并在半秒内都得到应答。</translation>
    </message>
    <message>
        <source>The kernel connects the second client and takes its bytes without the program: connect() and send() have long returned, and yet nobody has accepted it. A double loop serves many clients one after the other. To serve them at the same time, a program needs a thread for each, or a loop that looks after whoever has something to say.</source>
        <translation>内核不靠程序就接通第二个客户端并收下它的字节：connect() 和 send() 早已返回，却还没有人 accept 它。双层循环是一个接一个地服务多个客户端。要同时服务，程序需要为每个客户端开一个线程，或者用一个循环照看所有有话要说的客户端。</translation>
    </message>
    <message>
        <source>Let the first client hang up in the serial server, and see when the second one is answered.</source>
        <translation>让第一个客户端在串行服务器中挂断，看看第二个何时得到应答。</translation>
    </message>
    <message>
        <source>The server talks with client A and calls no accept(). Client B dials. Does its connect() wait?</source>
        <translation>服务器正与客户端 A 交谈，不调用 accept()。客户端 B 来连接。它的 connect() 会等待吗？</translation>
    </message>
    <message>
        <source>no, it returns at once</source>
        <translation>不会，立即返回</translation>
    </message>
    <message>
        <source>yes, until A has gone</source>
        <translation>会，直到 A 离开</translation>
    </message>
    <message>
        <source>B sends 12 bytes. How many of them are confirmed?</source>
        <translation>B 发送 12 字节。其中有多少得到确认？</translation>
    </message>
    <message>
        <source>serves one client until it leaves, then the next</source>
        <translation>服务一个客户端直到它离开，再服务下一个</translation>
    </message>
    <message>
        <source>looks after whoever has something to say</source>
        <translation>谁有话要说就照看谁</translation>
    </message>
    <message>
        <source>Let A be served, and B dial and send</source>
        <translation>让 A 得到服务，B 连接并发送</translation>
    </message>
    <message>
        <source>Let both ask, and serve them</source>
        <translation>让两者都提问，并为它们服务</translation>
    </message>
    <message>
        <source>B still waits in connect()</source>
        <translation>B 仍在 connect() 中等待</translation>
    </message>
    <message>
        <source>B&apos;s connection</source>
        <translation>B 的连接</translation>
    </message>
    <message>
        <source>B&apos;s bytes that the server&apos;s kernel has confirmed</source>
        <translation>服务器内核已确认的 B 的字节</translation>
    </message>
    <message>
        <source>the server&apos;s end belongs to no program yet</source>
        <translation>服务器一端还不属于任何程序</translation>
    </message>
    <message>
        <source>bytes that wait there</source>
        <translation>在那里等待的字节</translation>
    </message>
    <message>
        <source>client A was answered</source>
        <translation>客户端 A 得到应答</translation>
    </message>
    <message>
        <source>client B was answered</source>
        <translation>客户端 B 得到应答</translation>
    </message>
    <message>
        <source>milliseconds that it waited</source>
        <translation>它等待的毫秒数</translation>
    </message>
    <message>
        <source>Let B wait while A is served.</source>
        <translation>请让 B 在 A 得到服务时等待。</translation>
    </message>
    <message>
        <source>Client %1 was not answered within half a second.</source>
        <translation>客户端 %1 没有在半秒内得到应答。</translation>
    </message>
    <message>
        <source>Datagrams</source>
        <translation>数据报</translation>
    </message>
    <message>
        <source>“UDP, the User Data Protocol, sends the data directly.”</source>
        <translation>“UDP，即用户数据协议，直接发送数据。”</translation>
    </message>
    <message>
        <source>UDP is the User Datagram Protocol, and a datagram is a postcard. Each arrives whole or not at all. The letter box has a size; a card that finds it full is thrown away, and nobody tells the sender.</source>
        <translation>UDP 是用户数据报协议，数据报就像明信片：要么完整到达，要么根本不到。信箱大小有限；到时已满的明信片会被扔掉，没有人告诉寄信人。</translation>
    </message>
    <message>
        <source>Send one burst that arrives whole and one that does not. Send to a port where nobody is. The kernel&apos;s count of dropped datagrams must be what was sent less what was read.</source>
        <translation>发送一批全部到达的，再发送一批不能全部到达的，并向无人的端口发送。内核的丢弃计数必须等于发送数减去读取数。</translation>
    </message>
    <message>
        <source>One recvfrom gives one datagram, never two, never a half of one and then the rest: what does not fit into the number you gave is cut off and lost. An empty datagram is a datagram, so “nothing received” does not mean “closed” here. A good send says that your kernel took it. Only where nobody listens, on a connected socket, a later call tells: connection refused.</source>
        <translation>一次 recvfrom 得到一个数据报，绝不会是两个，也不会先给一半再给其余：超出所给数目的部分被截掉并丢失。空数据报也是数据报，所以这里“什么也没收到”不表示“已关闭”。发送成功只说明自己的内核收下了。只有对方无人监听、且套接字已 connect 时，之后的调用才会告知：连接被拒绝。</translation>
    </message>
    <message>
        <source>Find the largest burst that still arrives whole.</source>
        <translation>找出仍能全部到达的最大一批。</translation>
    </message>
    <message>
        <source>Datagrams of 3 and of 5 bytes wait. recvfrom(1024) is called once. How many bytes does it give?</source>
        <translation>有 3 字节和 5 字节的两个数据报在等待。调用一次 recvfrom(1024)，得到多少字节？</translation>
    </message>
    <message>
        <source>recvfrom gives no bytes and no error. What does it mean?</source>
        <translation>recvfrom 没有给出字节，也没有错误。这表示什么？</translation>
    </message>
    <message>
        <source>the other side has closed</source>
        <translation>对方已关闭</translation>
    </message>
    <message>
        <source>an empty datagram came</source>
        <translation>来了一个空数据报</translation>
    </message>
    <message>
        <source>A burst is more than the receiver has room for. How many of a thousand sends fail?</source>
        <translation>一批数据报超过了接收方的空间。一千次发送中有多少次失败？</translation>
    </message>
    <message>
        <source>Send 3 bytes, 5 bytes, none, and 10 bytes to recvfrom(4)</source>
        <translation>发送 3 字节、5 字节、空的，以及 10 字节给 recvfrom(4)</translation>
    </message>
    <message>
        <source>Send a burst to somebody who reads later</source>
        <translation>向稍后才读取的一方发送一批</translation>
    </message>
    <message>
        <source>datagrams</source>
        <translation>数据报个数</translation>
    </message>
    <message>
        <source>Send to a port where nobody is</source>
        <translation>向无人的端口发送</translation>
    </message>
    <message>
        <source>size of the datagram that is next</source>
        <translation>下一个数据报的大小</translation>
    </message>
    <message>
        <source>the first recvfrom(1024): bytes</source>
        <translation>第一次 recvfrom(1024)：字节数</translation>
    </message>
    <message>
        <source>the second: bytes</source>
        <translation>第二次：字节数</translation>
    </message>
    <message>
        <source>after one without any bytes, more came</source>
        <translation>在没有字节的那个之后，又来了数据</translation>
    </message>
    <message>
        <source>recvfrom(4) of ten: bytes</source>
        <translation>对十字节的 recvfrom(4)：字节数</translation>
    </message>
    <message>
        <source>bytes of it that were thrown away</source>
        <translation>其中被丢弃的字节数</translation>
    </message>
    <message>
        <source>the rest of it came later</source>
        <translation>其余部分后来到达</translation>
    </message>
    <message>
        <source>sends that the kernel took</source>
        <translation>内核收下的发送次数</translation>
    </message>
    <message>
        <source>sends that failed</source>
        <translation>失败的发送次数</translation>
    </message>
    <message>
        <source>datagrams that were read</source>
        <translation>已读取的数据报</translation>
    </message>
    <message>
        <source>datagrams that the kernel dropped</source>
        <translation>内核丢弃的数据报</translation>
    </message>
    <message>
        <source>what the next recv says</source>
        <translation>下一次 recv 的结果</translation>
    </message>
    <message>
        <source>Send the four datagrams.</source>
        <translation>请发送这四个数据报。</translation>
    </message>
    <message>
        <source>Send a burst that arrives whole.</source>
        <translation>请发送一批全部到达的。</translation>
    </message>
    <message>
        <source>Send a burst that is too much.</source>
        <translation>请发送过多的一批。</translation>
    </message>
    <message>
        <source>The kernel&apos;s count of dropped datagrams is not what is missing.</source>
        <translation>内核的丢弃计数与缺少的数目不符。</translation>
    </message>
    <message>
        <source>Send to a port where nobody is.</source>
        <translation>请向无人的端口发送。</translation>
    </message>
    <message>
        <source>Doors and plates</source>
        <translation>门与门牌</translation>
    </message>
    <message>
        <source>“A port that one socket has bound cannot be bound by another.”</source>
        <translation>“一个套接字绑定的端口，别的套接字不能再绑定。”</translation>
    </message>
    <message>
        <source>An address is a house, a port is the number of a door, and TCP and UDP are two entrances on different sides of the house: both have a door 9090. The next house has one, too.</source>
        <translation>地址是一栋房子，端口是门牌号，TCP 和 UDP 是房子不同侧面的两个入口：都有 9090 号门。隔壁的房子也有。</translation>
    </message>
    <message>
        <source>Bind one port number at least three times, and see it refused once. Then find the lowest port that this computer gives to those who do not choose.</source>
        <translation>把同一个端口号绑定至少三次，并看到一次被拒绝。然后找出本机分配给不作选择者的最低端口。</translation>
    </message>
    <message>
        <source>What must be unique is the protocol, the address and the port together. A server with a thousand clients still uses one port: each connection differs in the client&apos;s end. Port 0 means “choose for me”. The kernel chooses from a range of its own, not from everything above 1023. Ports below a limit, usually 1024, need rights; that is a setting, too.</source>
        <translation>必须唯一的是协议、地址和端口三者的组合。服务器有一千个客户端，也只用一个端口：各连接的客户端一端不同。端口 0 的意思是“替我选”。内核从自己的范围中选，而不是从 1023 以上随便选。低于某个界限（通常是 1024）的端口需要权限；这也是一项设置。</translation>
    </message>
    <message>
        <source>Let two sockets set SO_REUSEPORT before bind(), and both get the same port.</source>
        <translation>让两个套接字在 bind() 之前都设置 SO_REUSEPORT，两者就得到同一端口。</translation>
    </message>
    <message>
        <source>works</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>fails: address already in use</source>
        <translation>失败：地址已被使用</translation>
    </message>
    <message>
        <source>A TCP server has bound port P of 127.0.0.1. </source>
        <translation>一个 TCP 服务器已绑定 127.0.0.1 的端口 P。</translation>
    </message>
    <message>
        <source>Another TCP socket binds the same …</source>
        <translation>另一个 TCP 套接字绑定同样的……</translation>
    </message>
    <message>
        <source>A UDP socket binds port P there …</source>
        <translation>一个 UDP 套接字在那里绑定端口 P……</translation>
    </message>
    <message>
        <source>A TCP socket binds port P of 127.0.0.2 …</source>
        <translation>一个 TCP 套接字绑定 127.0.0.2 的端口 P……</translation>
    </message>
    <message>
        <source>Another socket binds …</source>
        <translation>另一个套接字绑定……</translation>
    </message>
    <message>
        <source>TCP, the same address and port</source>
        <translation>TCP，同一地址和端口</translation>
    </message>
    <message>
        <source>UDP, the same address and port</source>
        <translation>UDP，同一地址和端口</translation>
    </message>
    <message>
        <source>TCP, the same port of 127.0.0.2</source>
        <translation>TCP，127.0.0.2 的同一端口</translation>
    </message>
    <message>
        <source>TCP, port 0</source>
        <translation>TCP，端口 0</translation>
    </message>
    <message>
        <source>TCP, the highest port that needs rights</source>
        <translation>TCP，需要权限的最高端口</translation>
    </message>
    <message>
        <source>Listen on a port</source>
        <translation>在一个端口监听</translation>
    </message>
    <message>
        <source>Bind another socket</source>
        <translation>绑定另一个套接字</translation>
    </message>
    <message>
        <source>Say where the kernel&apos;s choice begins</source>
        <translation>说出内核的选择从哪里开始</translation>
    </message>
    <message>
        <source>the lowest port that it gives away (/proc/sys/net/ipv4/ip_local_port_range)</source>
        <translation>它分配的最低端口（/proc/sys/net/ipv4/ip_local_port_range）</translation>
    </message>
    <message>
        <source>the port that the server listens on</source>
        <translation>服务器监听的端口</translation>
    </message>
    <message>
        <source>bind() of %1: error, or 0</source>
        <translation>%1 的 bind()：错误，或 0</translation>
    </message>
    <message>
        <source>the port that it got</source>
        <translation>它得到的端口</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>the lowest port that the kernel chooses</source>
        <translation>内核选择的最低端口</translation>
    </message>
    <message>
        <source>Let at least three sockets bind; so far it is %1.</source>
        <translation>请让至少三个套接字绑定成功；目前是 %1 个。</translation>
    </message>
    <message>
        <source>See a second bind() refused.</source>
        <translation>请看到第二次 bind() 被拒绝。</translation>
    </message>
    <message>
        <source>Find the lowest port that the kernel chooses.</source>
        <translation>请找出内核选择的最低端口。</translation>
    </message>
    <message>
        <source>Four endings</source>
        <translation>四种结局</translation>
    </message>
    <message>
        <source>“When the client has closed, recv() returns and the server knows it.”</source>
        <translation>“客户端关闭后 recv() 返回，服务器就知道了。”</translation>
    </message>
    <message>
        <source>On the telephone you can hear a goodbye, a slammed door, or nothing at all. Nothing may mean that the other one is thinking, or that the line was cut.</source>
        <translation>打电话时可能听到再见、听到摔门，也可能什么都听不到。什么都没有，也许是对方在想事情，也许是线断了。</translation>
    </message>
    <message>
        <source>Four connections, four fates. Find out with recv() and send() alone which is which.</source>
        <translation>四个连接，四种命运。只用 recv() 和 send() 找出各是哪一种。</translation>
    </message>
    <message>
        <source>recv() gives no bytes after a FIN: the other side will say no more. Whether it still listens, only sending shows: the first send() works in any case, for it only fills your own kernel. If nobody is there any more, a reset comes back and the next send() fails. A program that closes with your bytes unread sends a reset at once, without meaning to. And silence says nothing.</source>
        <translation>FIN 之后 recv() 得到零字节：对方不再说话。它是否还在听，只有发送才知道：第一次 send() 总会成功，因为它只是装进自己的内核。如果那边已没有人，会返回重置，下一次 send() 就失败。程序关闭时若有你的字节未读，会立即发出重置，尽管并非有意。而沉默什么也说明不了。</translation>
    </message>
    <message>
        <source>How would you notice that a silent side is really gone? Look for keepalive in the options.</source>
        <translation>怎样才能发现沉默的一方真的不在了？在选项中找找保活。</translation>
    </message>
    <message>
        <source>The other program calls close() and has not read your last bytes. Your recv() …</source>
        <translation>对方程序没有读完你最后的字节就调用 close()。你的 recv()……</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>gives no bytes, a polite end</source>
        <translation>得到零字节，礼貌的结束</translation>
    </message>
    <message>
        <source>fails: connection reset</source>
        <translation>失败：连接被重置</translation>
    </message>
    <message>
        <source>The other program has closed politely. Your first send() …</source>
        <translation>对方程序已礼貌地关闭。你的第一次 send()……</translation>
    </message>
    <message>
        <source>fails: broken pipe</source>
        <translation>失败：管道破裂</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>has said everything and still listens</source>
        <translation>已说完，仍在听</translation>
    </message>
    <message>
        <source>has closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>was reset</source>
        <translation>被重置</translation>
    </message>
    <message>
        <source>is silent, and alive</source>
        <translation>沉默，但还在</translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Connect four times, say hello, and let fate act</source>
        <translation>连接四次，打个招呼，让命运发生</translation>
    </message>
    <message>
        <source>Call recv()</source>
        <translation>调用 recv()</translation>
    </message>
    <message>
        <source>Call send()</source>
        <translation>调用 send()</translation>
    </message>
    <message>
        <source>connections that were made</source>
        <translation>建立的连接数</translation>
    </message>
    <message>
        <source>connection %1: recv()</source>
        <translation>连接 %1：recv()</translation>
    </message>
    <message>
        <source>connection %1: recv() would wait</source>
        <translation>连接 %1：recv() 会等待</translation>
    </message>
    <message>
        <source>connection %1: recv() gives no bytes</source>
        <translation>连接 %1：recv() 得到零字节</translation>
    </message>
    <message>
        <source>connection %1: send() works</source>
        <translation>连接 %1：send() 成功</translation>
    </message>
    <message>
        <source>connection %1: send()</source>
        <translation>连接 %1：send()</translation>
    </message>
    <message>
        <source>recv() after a close with bytes unread</source>
        <translation>有字节未读就关闭之后的 recv()</translation>
    </message>
    <message>
        <source>the first send() after a close: error, or 0</source>
        <translation>关闭之后的第一次 send()：错误，或 0</translation>
    </message>
    <message>
        <source>connections diagnosed rightly</source>
        <translation>诊断正确的连接数</translation>
    </message>
    <message>
        <source>Call recv() on each of the four.</source>
        <translation>请对四个连接各调用 recv()。</translation>
    </message>
    <message>
        <source>Say which is which.</source>
        <translation>请说出各是哪一种。</translation>
    </message>
    <message>
        <source>%1 of 4 are right.</source>
        <translation>4 个中对了 %1 个。</translation>
    </message>
    <message>
        <source>the answer arrived whole</source>
        <translation>回答完整到达</translation>
    </message>
    <message>
        <source>the two ports</source>
        <translation>两个端口</translation>
    </message>
    <message>
        <source>the two IP addresses</source>
        <translation>两个 IP 地址</translation>
    </message>
    <message>
        <source>the MAC addresses</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>how many routers it may still pass (TTL)</source>
        <translation>还能经过多少个路由器（TTL）</translation>
    </message>
    <message>
        <source>the sequence number, which counts bytes</source>
        <translation>给字节计数的序号</translation>
    </message>
    <message>
        <source>the words “Hello Server”</source>
        <translation>“Hello Server”这句话</translation>
    </message>
    <message>
        <source>Unwrap a packet</source>
        <translation>拆开一个包</translation>
    </message>
    <message>
        <source>“An IP packet contains the ports; the network layer adds the MAC address.”</source>
        <translation>“IP 包里有端口；网络层添加 MAC 地址。”</translation>
    </message>
    <message>
        <source>A letter in an envelope, in a mail bag, in a van. Each carrier reads only what is written on its own wrapping, and takes it off at the end of its way.</source>
        <translation>信装在信封里，信封在邮袋里，邮袋在车上。每个运送者只看自己那层包装上写的内容，到站就拆掉它。</translation>
    </message>
    <message>
        <source>Say at which byte of a real packet the program&apos;s data would begin, and which wrapping carries which field.</source>
        <translation>说出真实的包中程序数据会从第几字节开始，以及哪层包装带有哪个字段。</translation>
    </message>
    <message>
        <source>The IP header has the addresses and the TTL, and begins the bytes that the kernel saved. The TCP header follows: ports, sequence number, flags, options. Behind both comes what the program said; a SYN has nothing there. MAC addresses are outside, on the link, and loopback has none that matter.</source>
        <translation>IP 头部有地址和 TTL，内核保存的字节从它开始。接着是 TCP 头部：端口、序号、标志、选项。两者之后才是程序说的话；SYN 在那里什么也没有。MAC 地址在外面的链路层，而回环没有有意义的 MAC 地址。</translation>
    </message>
    <message>
        <source>Look at the same packet under “Layers” in a recording, field by field.</source>
        <translation>在录制的“分层”中逐个字段查看同样的包。</translation>
    </message>
    <message>
        <source>A client says hello to a server with a SYN. It carries no data. How many bytes does the packet have, from its IP header on?</source>
        <translation>客户端用 SYN 向服务器打招呼，不带数据。从 IP 头部算起，这个包有多少字节？</translation>
    </message>
    <message>
        <source>the link</source>
        <translation>链路层</translation>
    </message>
    <message>
        <source>the network (IP)</source>
        <translation>网络层（IP）</translation>
    </message>
    <message>
        <source>the transport (TCP)</source>
        <translation>传输层（TCP）</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Dial, and take the SYN that really came</source>
        <translation>建立连接，取出真实到达的 SYN</translation>
    </message>
    <message>
        <source>Say where the program&apos;s data would begin</source>
        <translation>说出程序数据会从哪里开始</translation>
    </message>
    <message>
        <source>byte (the first one is 0)</source>
        <translation>字节（从 0 数起）</translation>
    </message>
    <message>
        <source>Say who carries what</source>
        <translation>说出谁带着什么</translation>
    </message>
    <message>
        <source>bytes: %1</source>
        <translation>字节：%1</translation>
    </message>
    <message>
        <source>bytes of the SYN</source>
        <translation>SYN 的字节数</translation>
    </message>
    <message>
        <source>the port that the client dialled</source>
        <translation>客户端连接的端口</translation>
    </message>
    <message>
        <source>bytes of the IP header</source>
        <translation>IP 头部的字节数</translation>
    </message>
    <message>
        <source>bytes of the TCP header</source>
        <translation>TCP 头部的字节数</translation>
    </message>
    <message>
        <source>the port that it goes to, bytes 2 and 3 of the TCP header</source>
        <translation>它要去的端口，TCP 头部的第 2、3 字节</translation>
    </message>
    <message>
        <source>fields placed rightly, of six</source>
        <translation>放对的字段数，共六个</translation>
    </message>
    <message>
        <source>Say where the data would begin: behind both headers.</source>
        <translation>请说出数据会从哪里开始：在两个头部之后。</translation>
    </message>
    <message>
        <source>The packet must be the client&apos;s own.</source>
        <translation>这个包必须是客户端自己的。</translation>
    </message>
    <message>
        <source>%1 of 6 fields are in their place.</source>
        <translation>6 个字段中有 %1 个放对了。</translation>
    </message>
    <message>
        <source>Who waits?</source>
        <translation>谁在等待？</translation>
    </message>
    <message>
        <source>“With SO_REUSEADDR the port is free at once.”</source>
        <translation>“设置 SO_REUSEADDR，端口立即释放。”</translation>
    </message>
    <message>
        <source>After the last goodbye on the telephone, one of the two listens a moment longer: perhaps the other did not hear it. In TCP it is whoever hung up first. It stays in TIME-WAIT for a minute, and nobody shortens that.</source>
        <translation>电话里最后一声再见之后，总有一方多听一会儿：也许对方没听见。在 TCP 中是先挂断的一方。它在 TIME-WAIT 中停留一分钟，谁也不能缩短。</translation>
    </message>
    <message>
        <source>Restart a server within five seconds on its own port while its TIME-WAIT is still there. Then arrange it so that the client has to wait, and the server not at all.</source>
        <translation>在五秒之内、TIME-WAIT 还在时，让服务器在原端口重新启动。然后设法让客户端等待，而服务器完全不用等。</translation>
    </message>
    <message>
        <source>SO_REUSEADDR does not end TIME-WAIT. It is the permission to bind the port again while it lasts. bind() is what asks for the permission, so the option must be set before it; set later, it comes too late. And both runs need it. TIME-WAIT falls to the side that closes first; if that is the client, the server&apos;s port is free anyway.</source>
        <translation>SO_REUSEADDR 并不结束 TIME-WAIT，而是允许在它持续期间再次绑定端口。请求许可的是 bind()，所以选项必须在它之前设置；之后设置就太晚了。而且前后两次运行都需要它。TIME-WAIT 落在先关闭的一方；如果是客户端，服务器的端口本来就是空闲的。</translation>
    </message>
    <message>
        <source>Look at the rest of TIME-WAIT in the table of sockets, and wait it out once: a minute.</source>
        <translation>在套接字表中看看 TIME-WAIT 还剩多久，完整地等一次：一分钟。</translation>
    </message>
    <message>
        <source>it works</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>it fails: address already in use</source>
        <translation>失败：地址已被使用</translation>
    </message>
    <message>
        <source>A server closes first, ends, and starts again at once, without SO_REUSEADDR. bind()?</source>
        <translation>服务器先关闭、退出，又立即启动，没有设置 SO_REUSEADDR。bind() 会怎样？</translation>
    </message>
    <message>
        <source>The same, with SO_REUSEADDR set after bind()?</source>
        <translation>同样，但在 bind() 之后设置 SO_REUSEADDR？</translation>
    </message>
    <message>
        <source>With SO_REUSEADDR before bind(): is there a TIME-WAIT after the restart?</source>
        <translation>在 bind() 之前设置 SO_REUSEADDR：重启之后还有 TIME-WAIT 吗？</translation>
    </message>
    <message>
        <source>no, the option ends it</source>
        <translation>没有，该选项结束了它</translation>
    </message>
    <message>
        <source>yes, it stays</source>
        <translation>有，它还在</translation>
    </message>
    <message>
        <source>SO_REUSEADDR is set …</source>
        <translation>SO_REUSEADDR 设置于……</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>before bind()</source>
        <translation>bind() 之前</translation>
    </message>
    <message>
        <source>after bind()</source>
        <translation>bind() 之后</translation>
    </message>
    <message>
        <source>The first to close is …</source>
        <translation>先关闭的是……</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Serve one client, end, and start again on the same port</source>
        <translation>服务一个客户端，退出，再在同一端口启动</translation>
    </message>
    <message>
        <source>bind() of the second run: error, or 0</source>
        <translation>第二次运行的 bind()：错误，或 0</translation>
    </message>
    <message>
        <source>milliseconds since the close</source>
        <translation>关闭以来的毫秒数</translation>
    </message>
    <message>
        <source>TIME-WAIT at the server&apos;s end</source>
        <translation>服务器一端的 TIME-WAIT</translation>
    </message>
    <message>
        <source>TIME-WAIT at the client&apos;s end</source>
        <translation>客户端一端的 TIME-WAIT</translation>
    </message>
    <message>
        <source>microseconds that TIME-WAIT still lasts</source>
        <translation>TIME-WAIT 还将持续的微秒数</translation>
    </message>
    <message>
        <source>Restart a server that closed first, within five seconds, beside its TIME-WAIT.</source>
        <translation>请在五秒之内、TIME-WAIT 还在时，重启先关闭的服务器。</translation>
    </message>
    <message>
        <source>Let TIME-WAIT fall to the client.</source>
        <translation>请让 TIME-WAIT 落在客户端。</translation>
    </message>
    <message>
        <source>Try listen(0). Then think of a server that accepts in a loop, with listen(1): a hundred clients all get in, for chairs become free.</source>
        <translation>试试 listen(0)。再想想用 listen(1) 循环 accept 的服务器：一百个客户端都进得来，因为椅子会空出来。</translation>
    </message>
</context>
<context>
    <name>swb::lens::EndpointProgram</name>
    <message>
        <source>Closing with unread bytes would reset the connection.</source>
        <translation>关闭时若还有未读数据，连接会被重置。</translation>
    </message>
    <message>
        <source>The peer has finished; this end stays open until the program ends.</source>
        <translation>对端已结束发送；本端保持打开，直到程序结束。</translation>
    </message>
</context>
<context>
    <name>swb::lens::PythonProgram</name>
    <message>
        <source>still waits</source>
        <translation>仍在等待</translation>
    </message>
    <message>
        <source>Still open, and closed by the end of the program: %1</source>
        <translation>仍然打开，程序结束时关闭：%1</translation>
    </message>
    <message>
        <source>A call that waits while others are made: in a thread of its own.</source>
        <translation>等待期间还有别的调用，因此放在单独的线程中。</translation>
    </message>
    <message>
        <source>This connect was given up; the kernel goes on with it.</source>
        <translation>这个 connect 已放弃；内核仍在继续。</translation>
    </message>
    <message>
        <source>This send was given up; so much had been taken.</source>
        <translation>这个 send 已放弃；在此之前已交出这么多数据。</translation>
    </message>
    <message>
        <source>waited, and was given up</source>
        <translation>等待过，已放弃</translation>
    </message>
</context>
<context>
    <name>swb::lens::Query</name>
    <message numerus="yes">
        <source>“%1” at position %2 is %n byte(s) in %3, and a class stands for one; write (a|b) for [ab].</source>
        <translation>
            <numerusform>位置 %2 的“%1”在 %3 中占 %n 个字节，而字符类只代表一个字节；请把 [ab] 写成 (a|b)。</numerusform>
        </translation>
    </message>
    <message>
        <source>The expression goes wrong at position %1: %2.</source>
        <comment>%2 is PCRE2&apos;s reason, in English</comment>
        <translation>正则表达式在位置 %1 处有误：%2。</translation>
    </message>
    <message>
        <source>The expression takes too many steps at byte %1 of what connection #%2 received, and was stopped there; make it simpler, without repeats inside repeats.</source>
        <translation>正则表达式在连接 #%2 收到的第 %1 字节处步数过多，已在那里停止；请简化它，不要在重复之中再重复。</translation>
    </message>
    <message>
        <source>The expression takes too many steps at byte %1 of what connection #%2 sent, and was stopped there; make it simpler, without repeats inside repeats.</source>
        <translation>正则表达式在连接 #%2 发出的第 %1 字节处步数过多，已在那里停止；请简化它，不要在重复之中再重复。</translation>
    </message>
</context>
<context>
    <name>swb::lens::TextRows</name>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发出</translation>
    </message>
</context>
<context>
    <name>swb::ui::Actions</name>
    <message>
        <source>&amp;Open recording…</source>
        <translation>打开记录(&amp;O)…</translation>
    </message>
    <message>
        <source>reads a recorded pcapng file beside the running bench</source>
        <translation>在当前工作台旁读取一个已记录的 pcapng 文件</translation>
    </message>
    <message>
        <source>&amp;Save recording as…</source>
        <translation>记录另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>copies what is recorded so far to a file that Wireshark opens</source>
        <translation>把目前的记录复制为 Wireshark 可打开的文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;New server</source>
        <translation>新建服务器(&amp;N)</translation>
    </message>
    <message>
        <source>a form for a TCP server</source>
        <translation>填写一个 TCP 服务器</translation>
    </message>
    <message>
        <source>New &amp;client</source>
        <translation>新建客户端(&amp;C)</translation>
    </message>
    <message>
        <source>a form for a TCP client</source>
        <translation>填写一个 TCP 客户端</translation>
    </message>
    <message>
        <source>Connect a client to this &amp;server</source>
        <translation>连接一个客户端到此服务器(&amp;S)</translation>
    </message>
    <message>
        <source>dials it from this computer (SYN)</source>
        <translation>从本机发起连接（SYN）</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>启动(&amp;T)</translation>
    </message>
    <message>
        <source>starts what the form describes</source>
        <translation>启动表单所描述的端点</translation>
    </message>
    <message>
        <source>Stop &amp;listening</source>
        <translation>停止监听(&amp;L)</translation>
    </message>
    <message>
        <source>new clients are refused (RST); open connections live on</source>
        <translation>新客户端被拒绝（RST）；已有连接不受影响</translation>
    </message>
    <message>
        <source>&amp;Pause accepting</source>
        <translation>暂停接受(&amp;P)</translation>
    </message>
    <message>
        <source>the kernel goes on completing handshakes until the backlog is full</source>
        <translation>内核继续完成握手，直到监听队列填满</translation>
    </message>
    <message>
        <source>Clear &amp;ended connections</source>
        <translation>清除已结束的连接(&amp;E)</translation>
    </message>
    <message>
        <source>takes them off the bench; the recording keeps them</source>
        <translation>从工作台移除；记录中仍然保留</translation>
    </message>
    <message>
        <source>Re&amp;move from the bench</source>
        <translation>从工作台移除(&amp;M)</translation>
    </message>
    <message>
        <source>resets what is open (RST); the recording keeps all</source>
        <translation>重置仍打开的连接（RST）；记录中仍然保留</translation>
    </message>
    <message>
        <source>&amp;Finish sending</source>
        <translation>结束发送(&amp;F)</translation>
    </message>
    <message>
        <source>FIN behind the last queued byte; the peer may go on sending</source>
        <translation>半关闭：待发数据之后发出 FIN；对端仍可继续发送</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>queued bytes, then FIN; what the peer sends afterwards is answered with RST</source>
        <translation>发完待发数据，再发 FIN；对端之后发来的数据以 RST 应答</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>RST at once; queued bytes are never sent</source>
        <translation>立即发出 RST；待发数据不再发送</translation>
    </message>
    <message>
        <source>Stop rea&amp;ding</source>
        <translation>停止读取(&amp;D)</translation>
    </message>
    <message>
        <source>the receive window shrinks to zero and the peer has to wait</source>
        <translation>接收窗口缩小到零，对端只能等待</translation>
    </message>
    <message>
        <source>Go to the &amp;bench</source>
        <translation>转到工作台(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>转到表单(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the b&amp;ytes</source>
        <translation>转到字节(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the co&amp;mposer</source>
        <translation>转到编辑区(&amp;M)</translation>
    </message>
    <message>
        <source>Go to the &amp;encoding</source>
        <translation>转到编码(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Socket Workbench</source>
        <translation>关于 Socket Workbench(&amp;A)</translation>
    </message>
    <message>
        <source>New &amp;bench</source>
        <translation>新建工作台(&amp;B)</translation>
    </message>
    <message>
        <source>takes everything off this one</source>
        <translation>清空当前工作台</translation>
    </message>
    <message>
        <source>Open benc&amp;h…</source>
        <translation>打开工作台(&amp;H)…</translation>
    </message>
    <message>
        <source>puts a saved bench in the place of this one and starts nothing</source>
        <translation>用已保存的工作台替换当前工作台，不启动任何端点</translation>
    </message>
    <message>
        <source>Save b&amp;ench</source>
        <translation>保存工作台(&amp;E)</translation>
    </message>
    <message>
        <source>keeps what is on the bench, as a file that reads well in a diff</source>
        <translation>把工作台上的内容保存为便于用 diff 比较的文件</translation>
    </message>
    <message>
        <source>Save bench &amp;under another name…</source>
        <translation>工作台另存为(&amp;U)…</translation>
    </message>
    <message>
        <source>E&amp;xport rows…</source>
        <translation>导出行(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Start &amp;all</source>
        <translation>全部启动(&amp;A)</translation>
    </message>
    <message>
        <source>starts what is not running: the servers first, then the clients</source>
        <translation>启动未在运行的端点：先服务器，后客户端</translation>
    </message>
    <message>
        <source>Go to the l&amp;og</source>
        <translation>转到日志(&amp;O)</translation>
    </message>
    <message>
        <source>Go to the ne&amp;xt place</source>
        <translation>转到下一个区域(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the p&amp;revious place</source>
        <translation>转到上一个区域(&amp;R)</translation>
    </message>
    <message>
        <source>Fi&amp;nd…</source>
        <translation>查找(&amp;N)…</translation>
    </message>
    <message>
        <source>text, bytes or an expression in the bytes of the log</source>
        <translation>在日志的字节中查找文本、字节或正则表达式</translation>
    </message>
    <message>
        <source>Find the next mat&amp;ch</source>
        <translation>查找下一处(&amp;C)</translation>
    </message>
    <message>
        <source>Find the &amp;previous match</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ilter the log</source>
        <translation>筛选日志(&amp;I)</translation>
    </message>
    <message>
        <source>shows only the rows of a direction, kind, time or pattern</source>
        <translation>按方向、类型、时间或内容只显示部分行</translation>
    </message>
    <message>
        <source>Mar&amp;k the row</source>
        <translation>标记此行(&amp;K)</translation>
    </message>
    <message>
        <source>a flag beside it, kept in the recording</source>
        <translation>在行旁加一面小旗，保存在记录中</translation>
    </message>
    <message>
        <source>&amp;Write a note about the row…</source>
        <translation>给此行写批注(&amp;W)…</translation>
    </message>
    <message>
        <source>kept in the recording</source>
        <translation>保存在记录中</translation>
    </message>
    <message>
        <source>Times of d&amp;ay</source>
        <translation>按时刻显示时间(&amp;A)</translation>
    </message>
    <message>
        <source>Times since the s&amp;tart</source>
        <translation>按自开始的时间显示(&amp;T)</translation>
    </message>
    <message>
        <source>Times since the row bef&amp;ore</source>
        <translation>按距上一行的时间显示(&amp;O)</translation>
    </message>
    <message>
        <source>each event a row</source>
        <translation>每个事件一行</translation>
    </message>
    <message>
        <source>the connection as one continuous conversation</source>
        <translation>把连接显示为一段连续的对话</translation>
    </message>
    <message>
        <source>Show two connections side by si&amp;de</source>
        <translation>并排显示两个连接(&amp;D)</translation>
    </message>
    <message>
        <source>scrolled together by time</source>
        <translation>按时间同步滚动</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>every command, connection and recent file by a few letters</source>
        <translation>输入几个字母即可找到命令、连接和最近的文件</translation>
    </message>
    <message>
        <source>Ne&amp;xt marked row</source>
        <translation>下一个标记行(&amp;X)</translation>
    </message>
    <message>
        <source>Previo&amp;us marked row</source>
        <translation>上一个标记行(&amp;U)</translation>
    </message>
    <message>
        <source>Show t&amp;he log</source>
        <translation>显示日志(&amp;H)</translation>
    </message>
    <message>
        <source>Show the st&amp;ream</source>
        <translation>显示流(&amp;R)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a command and what it does</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a command and its keys</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>as text, CSV, JSON, hex, bytes, C arrays or a recording</source>
        <translation>导出为文本、CSV、JSON、十六进制、字节、C 数组或记录</translation>
    </message>
    <message>
        <source>Sho&amp;w as Python…</source>
        <translation>显示为 Python 程序(&amp;W)…</translation>
    </message>
    <message>
        <source>the server or client as a program that does the same</source>
        <translation>把服务器或客户端写成行为相同的程序</translation>
    </message>
    <message>
        <source>Step &amp;by step</source>
        <translation>逐步操作(&amp;B)</translation>
    </message>
    <message>
        <source>a server and a client, one system call at a time</source>
        <translation>一个服务器和一个客户端，一次一个系统调用</translation>
    </message>
    <message>
        <source>Show T&amp;CP itself</source>
        <translation>显示 TCP 本身(&amp;C)</translation>
    </message>
    <message>
        <source>what it does for the connection, as the kernel tells it</source>
        <translation>TCP 为该连接做了什么，由内核说明</translation>
    </message>
    <message>
        <source>&amp;Facts</source>
        <translation>事实(&amp;F)</translation>
    </message>
    <message>
        <source>what the kernel says of the connection or server, beside it</source>
        <translation>在旁边显示内核对该连接或服务器的说明</translation>
    </message>
    <message>
        <source>Accept &amp;one client</source>
        <translation>Accept 一个客户端(&amp;O)</translation>
    </message>
    <message>
        <source>of those who wait while accepting is paused</source>
        <translation>暂停 accept 时，从等待者中取一个</translation>
    </message>
    <message>
        <source>&amp;My machine</source>
        <translation>我的计算机(&amp;M)</translation>
    </message>
    <message>
        <source>its addresses, who listens on it, and what it allows</source>
        <translation>它的地址、谁在监听、允许什么</translation>
    </message>
    <message>
        <source>Pro&amp;ject TCP</source>
        <translation>投影 TCP(&amp;J)</translation>
    </message>
    <message>
        <source>the lens on TCP alone, on the whole screen and in large type, until Esc</source>
        <translation>只显示 TCP 视图，占满屏幕、大号字体，按 Esc 返回</translation>
    </message>
</context>
<context>
    <name>swb::ui::AddressList</name>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>this computer only, IPv6</source>
        <translation>仅本机，IPv6</translation>
    </message>
    <message>
        <source>this computer, by name</source>
        <translation>本机，按名称</translation>
    </message>
    <message>
        <source>every IPv4 address of this computer</source>
        <translation>本机的所有 IPv4 地址</translation>
    </message>
    <message>
        <source>every IPv6 address, and IPv4 where the system maps it</source>
        <translation>所有 IPv6 地址；系统做映射时也包括 IPv4</translation>
    </message>
    <message>
        <source>interface %1</source>
        <translation>接口 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an address and what it is</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>swb::ui::AnnotationDesk</name>
    <message>
        <source>No marked or noted row follows</source>
        <translation>后面没有带标记或批注的行</translation>
    </message>
    <message>
        <source>No marked or noted row comes before</source>
        <translation>前面没有带标记或批注的行</translation>
    </message>
    <message>
        <source>“%1” cannot be written; save it under another name, and annotate the copy</source>
        <translation>无法写入“%1”；请另存为别的名字，再在副本上做标记和批注</translation>
    </message>
</context>
<context>
    <name>swb::ui::AppearanceMenus</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>放大文字(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>正常文字大小(&amp;N)</translation>
    </message>
</context>
<context>
    <name>swb::ui::AppearancePane</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Font of the data</source>
        <translation>数据字体(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size of the data</source>
        <translation>数据大小(&amp;S)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例文字</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The system&apos;s fixed-width font</source>
        <translation>系统的等宽字体</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>浅色或深色，与桌面一致</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>颜色跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark text on light ground</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light text on dark ground</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> %</source>
        <comment>per cent, behind a number</comment>
        <translation>%</translation>
    </message>
    <message>
        <source> % of the text</source>
        <translation>%（相对文字大小）</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>swb::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>swb::ui::BenchModel</name>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>服务器 %1</translation>
    </message>
    <message>
        <source>Client to %1</source>
        <translation>客户端 → %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <comment>a connection&apos;s number and its state</comment>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>Connection %1 with %2: %3, %4 received, %5 sent</source>
        <translation>连接 %1，对端 %2：%3，已收 %4，已发 %5</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>peer finished</source>
        <translation>对端已结束</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>本端已结束</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>已重置</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>监听中</translation>
    </message>
    <message>
        <source>accepting paused</source>
        <translation>已暂停接受</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1, reading stopped</source>
        <translation>%1，已停止读取</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
</context>
<context>
    <name>swb::ui::BenchTree</name>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Columns of the bench</source>
        <translation>工作台的列</translation>
    </message>
    <message>
        <source>Servers, clients and their connections</source>
        <translation>服务器、客户端及其连接</translation>
    </message>
</context>
<context>
    <name>swb::ui::BothEndsDesk</name>
    <message>
        <source>UDP has no connections, and so no states.</source>
        <translation>UDP 没有连接，因此没有状态。</translation>
    </message>
    <message>
        <source>Reading what the kernel said…</source>
        <translation>正在读取内核的说明…</translation>
    </message>
    <message>
        <source>The kernel was not asked about this connection while it was recorded. It is asked while somebody looks: at the facts, or here.</source>
        <translation>录制时没有询问过内核关于此连接的情况。只有有人查看事实或此处时才会询问。</translation>
    </message>
    <message>
        <source>This connection was over before it was looked at: the kernel has nothing more of it.</source>
        <translation>在查看之前此连接就已结束：内核不再保留它的任何情况。</translation>
    </message>
    <message>
        <source>Asking the kernel…</source>
        <translation>正在询问内核…</translation>
    </message>
    <message>
        <source>pipeline of %1</source>
        <comment>a file name; an address</comment>
        <translation>管道 %1</translation>
    </message>
    <message>
        <source>states of %1</source>
        <comment>a file name; an address</comment>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>Save the drawing as</source>
        <translation>图形另存为</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>图形 (*.svg)</translation>
    </message>
    <message>
        <source>Saved the drawing as “%1”</source>
        <translation>图形已保存为“%1”</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Stop reading at the other end</source>
        <translation>让另一端停止读取</translation>
    </message>
    <message>
        <source>Let the other end stop reading: its window closes, and the bytes pile up here (F7 for this end)</source>
        <translation>让另一端停止读取：它的窗口关闭，字节堆积在这里（本端用 F7）</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save what is shown as a drawing (SVG)</source>
        <translation>把所示内容保存为图形（SVG）</translation>
    </message>
    <message>
        <source>Byte pipeline</source>
        <translation>字节管道</translation>
    </message>
    <message>
        <source>States of both ends</source>
        <translation>两端的状态</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>An earlier moment, as it was seen; at its right end, now</source>
        <translation>当时所见的较早时刻；最右端为现在</translation>
    </message>
</context>
<context>
    <name>swb::ui::BytesPane</name>
    <message>
        <source>How the selected event is shown</source>
        <translation>所选事件的显示方式</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>The bytes as text and hex</source>
        <translation>以文本和十六进制显示字节</translation>
    </message>
    <message>
        <source>Show the bytes of the event</source>
        <translation>显示事件的字节</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>The packet unwrapped, header by header</source>
        <translation>逐个头部拆开包</translation>
    </message>
    <message>
        <source>Show the layers of the packet</source>
        <translation>显示包的分层</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The bytes as characters, and where reads cut them</source>
        <translation>字节组成的字符，以及读取在何处切断它们</translation>
    </message>
    <message>
        <source>Show the bytes as characters</source>
        <translation>把字节显示为字符</translation>
    </message>
    <message>
        <source>Second encoding</source>
        <translation>第二种编码</translation>
    </message>
    <message>
        <source>The encoding below the bytes</source>
        <translation>字节下方的编码</translation>
    </message>
</context>
<context>
    <name>swb::ui::BytesView</name>
    <message>
        <source>Bytes of the selected event</source>
        <translation>所选事件的字节</translation>
    </message>
    <message>
        <source>Bytes as text</source>
        <translation>以文本显示的字节</translation>
    </message>
    <message>
        <source>Bytes as hex</source>
        <translation>以十六进制显示的字节</translation>
    </message>
    <message>
        <source>Selected bytes</source>
        <translation>所选字节</translation>
    </message>
    <message>
        <source>This event carries no bytes.</source>
        <translation>此事件不含数据。</translation>
    </message>
    <message>
        <source>Select a row to see its bytes.</source>
        <translation>选择一行以查看其字节。</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;text</source>
        <translation>将前 %1 复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;hex</source>
        <translation>将前 %1 复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the first %1 as a &amp;C array</source>
        <translation>将前 %1 复制为 C 数组(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as a &amp;C array</source>
        <translation>复制为 C 数组(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandLine</name>
    <message>
        <source>Starts a TCP server.</source>
        <translation>启动一个 TCP 服务器。</translation>
    </message>
    <message>
        <source>Connects a TCP client.</source>
        <translation>连接一个 TCP 客户端。</translation>
    </message>
    <message>
        <source>The encoding of what is started.</source>
        <translation>所启动端点的编码。</translation>
    </message>
    <message>
        <source>Starts an example: an echo server and two clients.</source>
        <translation>启动示例：一个回显服务器和两个客户端。</translation>
    </message>
    <message>
        <source>Saves a picture of the window and ends.</source>
        <translation>保存窗口截图后退出。</translation>
    </message>
    <message>
        <source>A desktop bench for sockets.</source>
        <translation>桌面上的套接字工作台。</translation>
    </message>
    <message>
        <source>--encoding: no encoding is called “%1”</source>
        <translation>--encoding：没有名为“%1”的编码</translation>
    </message>
    <message>
        <source>Opens the form for a TCP server.</source>
        <translation>打开 TCP 服务器的表单。</translation>
    </message>
    <message>
        <source>Asks for a recording to open.</source>
        <translation>询问要打开的记录。</translation>
    </message>
    <message>
        <source>A saved bench (.swbench), put up and not started, or a recording.</source>
        <translation>已保存的工作台（.swbench），只摆好而不启动；或者一份记录。</translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>A command, a connection or a recent file</source>
        <translation>命令、连接或最近的文件</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing has that name</source>
        <translation>没有这个名称的项目</translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandRouter</name>
    <message numerus="yes">
        <source>%n open connection(s) end with a reset (RST) if this is removed. The recording keeps what passed.</source>
        <translation>
            <numerusform>移除后，%n 个打开的连接会被重置（RST）。已经过的内容仍保留在记录中。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>swb::ui::ComparePage</name>
    <message>
        <source>Connection on the left</source>
        <translation>左边的连接</translation>
    </message>
    <message>
        <source>Connection on the right</source>
        <translation>右边的连接</translation>
    </message>
    <message>
        <source>Choose a connection</source>
        <translation>选择一个连接</translation>
    </message>
    <message>
        <source>Choose a connection above</source>
        <translation>请在上方选择一个连接</translation>
    </message>
</context>
<context>
    <name>swb::ui::Composer</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>line end</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>LF (\n)</source>
        <translation>LF (\n)</translation>
    </message>
    <message>
        <source>CR LF (\r\n)</source>
        <translation>CR LF (\r\n)</translation>
    </message>
    <message>
        <source>CR (\r)</source>
        <translation>CR (\r)</translation>
    </message>
    <message>
        <source>all clients of the server (%1)</source>
        <translation>服务器的所有客户端（%1 个）</translation>
    </message>
    <message>
        <source>this connection</source>
        <translation>此连接</translation>
    </message>
    <message>
        <source>Write what to send…</source>
        <translation>输入要发送的内容…</translation>
    </message>
    <message>
        <source>Write what to send, with \r \n \t \0 \xNN \uNNNN…</source>
        <translation>输入要发送的内容，可用 \r \n \t \0 \xNN \uNNNN…</translation>
    </message>
    <message>
        <source>Write what to send as hex: 48 65 6c 6c 6f</source>
        <translation>以十六进制输入要发送的内容：48 65 6c 6c 6f</translation>
    </message>
    <message>
        <source>%1   (Alt+Up: what was sent before)</source>
        <comment>%1 is a hint for an empty box</comment>
        <translation>%1 &#x3000;（Alt+↑：以前发送的内容）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What you type, in the connection&apos;s encoding</source>
        <translation>按连接的编码发送输入的文字</translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation>文本模式</translation>
    </message>
    <message>
        <source>Escapes</source>
        <translation>转义</translation>
    </message>
    <message>
        <source>Text with \r \n \t \0 \\, \xNN for a byte and \uNNNN for a character</source>
        <translation>文本，可用 \r \n \t \0 \\，\xNN 表示一个字节，\uNNNN 表示一个字符</translation>
    </message>
    <message>
        <source>Escapes mode</source>
        <translation>转义模式</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Two hex digits a byte; spaces, commas and 0x are fine</source>
        <translation>每个字节两位十六进制数；可以带空格、逗号和 0x</translation>
    </message>
    <message>
        <source>Hex mode</source>
        <translation>十六进制模式</translation>
    </message>
</context>
<context>
    <name>swb::ui::ConnectionsPane</name>
    <message>
        <source>&amp;Write queue limit</source>
        <translation>发送队列上限(&amp;W)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>For each connection of a server or client made from now on: so much may wait for a peer that does not read (the high-water mark). Beyond it nothing more is taken, and answers pause reading.</source>
        <translation>对此后新建的服务器或客户端的每个连接生效：对端不读取时，最多可排队这么多数据（高水位）。超过后不再接收新的待发数据，自动回复会暂停读取。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>swb::ui::CopyDesk</name>
    <message>
        <source>Copy rows &amp;as</source>
        <translation>将行复制为(&amp;A)</translation>
    </message>
    <message>
        <source>Received bytes as hex</source>
        <translation>收到的字节（十六进制）</translation>
    </message>
    <message>
        <source>Sent bytes as hex</source>
        <translation>发出的字节（十六进制）</translation>
    </message>
    <message>
        <source>No row is selected: choose some in the log, then copy them.</source>
        <translation>没有选中行：请先在日志中选择一些行，再复制。</translation>
    </message>
    <message>
        <source>%1 of %2 rows were copied: the clipboard is for small things. Export writes them all to a file.</source>
        <translation>共 %2 行，只复制了 %1 行：剪贴板只适合少量内容。请用“导出”把全部内容写入文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::DropDesk</name>
    <message>
        <source>Drop to open %1</source>
        <translation>松开即可打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>Drop to open %n file(s)</source>
        <translation>
            <numerusform>松开即可打开 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Only files on this computer can be opened</source>
        <translation>只能打开本机的文件</translation>
    </message>
    <message>
        <source>Not opened: what was dropped is not a file on this computer. Save it here first, then drop the file.</source>
        <translation>未能打开：拖入的不是本机的文件。请先保存到本机，再拖入该文件。</translation>
    </message>
    <message>
        <source>Not opened: %1 files were dropped. Drop at most %2 at a time.</source>
        <translation>未能打开：拖入了 %1 个文件。一次最多拖入 %2 个。</translation>
    </message>
</context>
<context>
    <name>swb::ui::EncodingModel</name>
    <message>
        <source>no character</source>
        <translation>不是字符</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, byte %2 of %3</source>
        <translation>%1，第 %2 字节，共 %3 字节</translation>
    </message>
    <message>
        <source>Byte %1 of the stream: %2; %3: %4; %5: %6</source>
        <translation>流的第 %1 字节：%2；%3：%4；%5：%6</translation>
    </message>
    <message>
        <source>%1. A cut follows.</source>
        <translation>%1。其后有一处切断。</translation>
    </message>
    <message>
        <source>captured: %1</source>
        <translation>捕获：%1</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>读取：%1</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>写入：%1</translation>
    </message>
    <message>
        <source> The decoder keeps %1 for the next piece.</source>
        <translation> 解码器把 %1 留到下一段。</translation>
    </message>
    <message>
        <source>%1: decoded alone, this piece gives the right characters.</source>
        <translation>%1：单独解码这一段，字符正确。</translation>
    </message>
    <message>
        <source>%1: in Python, decode(&apos;%2&apos;) of this piece alone raises UnicodeDecodeError: %3.</source>
        <translation>%1：在 Python 中单独对这一段调用 decode(&apos;%2&apos;)，会引发 UnicodeDecodeError：%3。</translation>
    </message>
    <message>
        <source>%1: decoded alone, this piece is an error.</source>
        <translation>%1：单独解码这一段会出错。</translation>
    </message>
    <message>
        <source>%1: too long to be tried alone.</source>
        <translation>%1：太长，不单独尝试。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1: decoded alone, this piece gives wrong characters, and no error: “%2”.</source>
        <translation>%1：单独解码这一段，字符是错的，却不报错：“%2”。</translation>
    </message>
</context>
<context>
    <name>swb::ui::EncodingView</name>
    <message>
        <source>Characters of the selected event</source>
        <translation>所选事件的字符</translation>
    </message>
    <message>
        <source>Characters and their bytes</source>
        <translation>字符及其字节</translation>
    </message>
    <message>
        <source>This event carries no bytes.</source>
        <translation>此事件不含数据。</translation>
    </message>
    <message>
        <source>Select a row to see how its bytes become characters.</source>
        <translation>选择一行，查看它的字节如何变成字符。</translation>
    </message>
    <message>
        <source>What the piece with the current byte does to a program</source>
        <translation>当前字节所在的这一段对程序的影响</translation>
    </message>
    <message>
        <source>The current byte</source>
        <translation>当前字节</translation>
    </message>
</context>
<context>
    <name>swb::ui::EndpointOptions</name>
    <message>
        <source>greets</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>echoes</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>closes after the reply</source>
        <translation>回复后关闭</translation>
    </message>
    <message>
        <source>closes on “%1”</source>
        <translation>收到“%1”时关闭</translation>
    </message>
    <message>
        <source>one client at a time</source>
        <translation>一次一个客户端</translation>
    </message>
    <message numerus="yes">
        <source>at most %n client(s)</source>
        <translation>
            <numerusform>最多 %n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>no address reuse</source>
        <translation>不重用地址</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>from port %1</source>
        <translation>来自端口 %1</translation>
    </message>
    <message>
        <source>keeps half-open</source>
        <translation>保持半开</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>speaks by itself</source>
        <translation>自动发送</translation>
    </message>
    <message>
        <source>hangs up by itself</source>
        <translation>主动断开</translation>
    </message>
    <message>
        <source>ends by reset</source>
        <translation>以重置结束</translation>
    </message>
</context>
<context>
    <name>swb::ui::EndpointPage</name>
    <message>
        <source>A&amp;ddress of this computer</source>
        <translation>本机地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an encoding and what differs from the defaults</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>TCP server</source>
        <translation>TCP 服务器</translation>
    </message>
    <message>
        <source>TCP client</source>
        <translation>TCP 客户端</translation>
    </message>
    <message>
        <source>New TCP server</source>
        <translation>新建 TCP 服务器</translation>
    </message>
    <message>
        <source>New TCP client</source>
        <translation>新建 TCP 客户端</translation>
    </message>
    <message>
        <source>Server on %1</source>
        <translation>服务器 %1</translation>
    </message>
    <message>
        <source>Client to %1</source>
        <translation>客户端 → %1</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Starts it (Enter)</source>
        <translation>启动（Enter）</translation>
    </message>
    <message>
        <source>Stops listening: new clients are refused (RST), connections live on</source>
        <translation>停止监听：新客户端被拒绝（RST），已有连接不受影响</translation>
    </message>
    <message>
        <source>Gives up connecting; an open connection lives on</source>
        <translation>放弃连接；已打开的连接不受影响</translation>
    </message>
    <message>
        <source>Host name or a&amp;ddress</source>
        <translation>主机名或地址(&amp;D)</translation>
    </message>
    <message>
        <source>Sett&amp;ings</source>
        <translation>设置(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>重试(&amp;I)</translation>
    </message>
</context>
<context>
    <name>swb::ui::ExamplesDialog</name>
    <message>
        <source>Run an example</source>
        <translation>运行示例</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>Search the examples</source>
        <translation>搜索示例</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::ExportDesk</name>
    <message>
        <source>There is nothing to export yet: choose a connection with rows in its log.</source>
        <translation>还没有可导出的内容：请选择一个日志中有行的连接。</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>” and “</source>
        <translation>”和“</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message numerus="yes">
        <source>Saved %1, but the recording is damaged: %n row(s) lack some of their bytes.</source>
        <translation>
            <numerusform>已保存 %1，但录制已损坏：有 %n 行缺少部分数据。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::ExportDialog</name>
    <message>
        <source>The rows as the log shows them, columns apart by tabs. Nothing is cut.</source>
        <translation>与日志显示的行相同，各列以制表符分隔。内容不截断。</translation>
    </message>
    <message>
        <source>For spreadsheets and scripts. A text that would run as a formula gets an apostrophe in front.</source>
        <translation>供电子表格和脚本使用。会被当作公式运行的文本，前面会加一个单引号。</translation>
    </message>
    <message>
        <source>One JSON object a line, the same as “swb show --json” prints.</source>
        <translation>每行一个 JSON 对象，与“swb show --json”的输出相同。</translation>
    </message>
    <message>
        <source>A heading and a dump for each row with bytes; Wireshark imports it.</source>
        <translation>每个有字节的行输出一个标题和一段转储；Wireshark 可以导入。</translation>
    </message>
    <message>
        <source>The bytes and nothing else, in the order of the rows.</source>
        <translation>只有字节，按行的顺序排列。</translation>
    </message>
    <message>
        <source>An array for each row with bytes, to be compiled into a test.</source>
        <translation>每个有字节的行输出一个数组，可编译进测试程序。</translation>
    </message>
    <message>
        <source>A recording of these rows: this program and Wireshark open it. What is left out shows as a gap.</source>
        <translation>这些行的记录：本程序和 Wireshark 都能打开。略去的部分显示为缺失。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Hex dump</source>
        <translation>十六进制转储</translation>
    </message>
    <message>
        <source>Raw bytes</source>
        <translation>原始字节</translation>
    </message>
    <message>
        <source>C arrays</source>
        <translation>C 数组</translation>
    </message>
    <message>
        <source>pcapng recording</source>
        <translation>pcapng 记录</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>行(&amp;R)：</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Direction:</source>
        <translation>方向(&amp;D)：</translation>
    </message>
    <message>
        <source>Previe&amp;w:</source>
        <translation>预览(&amp;W)：</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>文件(&amp;I)：</translation>
    </message>
    <message>
        <source>Both, each in a file of its own</source>
        <translation>双向，各存一个文件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>A column with the bytes as &amp;hex</source>
        <translation>增加一列十六进制字节(&amp;H)</translation>
    </message>
    <message>
        <source>Byte order mar&amp;k, without which Excel misreads UTF-8</source>
        <translation>写入字节顺序标记（BOM），否则 Excel 会误读 UTF-8(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>The first lines of the file</source>
        <translation>文件的开头几行</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>The selection: %1</source>
        <translation>所选的行：%1</translation>
    </message>
    <message>
        <source>Everything shown: %1</source>
        <translation>当前显示的所有行：%1</translation>
    </message>
    <message>
        <source>The whole connection: %1</source>
        <translation>整个连接：%1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <comment>done, all</comment>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>swb::ui::FactWords</name>
    <message>
        <source>Where it stands</source>
        <translation>所处阶段</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>Agreed in the handshake</source>
        <translation>握手时约定</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Fact %1</source>
        <comment>one that a newer version has recorded</comment>
        <translation>事实 %1</translation>
    </message>
    <message>
        <source>A newer version of this program has recorded it.</source>
        <translation>由本程序的更新版本录制。</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>the system&apos;s usual time</source>
        <translation>系统的惯常时间</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 bytes a second</source>
        <translation>每秒 %1 字节</translation>
    </message>
    <message>
        <source>open</source>
        <comment>state of congestion control</comment>
        <translation>正常</translation>
    </message>
    <message>
        <source>disorder</source>
        <comment>state of congestion control</comment>
        <translation>乱序</translation>
    </message>
    <message>
        <source>window reduced</source>
        <comment>state of congestion control</comment>
        <translation>窗口已缩小</translation>
    </message>
    <message>
        <source>recovery</source>
        <comment>state of congestion control</comment>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>loss</source>
        <comment>state of congestion control</comment>
        <translation>丢失</translation>
    </message>
    <message>
        <source>none</source>
        <comment>timer</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>sends again</source>
        <comment>timer</comment>
        <translation>重传</translation>
    </message>
    <message>
        <source>keepalive</source>
        <comment>timer</comment>
        <translation>保活</translation>
    </message>
    <message>
        <source>TIME-WAIT ends</source>
        <comment>timer</comment>
        <translation>TIME-WAIT 结束</translation>
    </message>
    <message>
        <source>asks for a window</source>
        <comment>timer</comment>
        <translation>询问窗口</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测得</translation>
    </message>
    <message>
        <source>no limit told</source>
        <translation>未给出上限</translation>
    </message>
    <message>
        <source>cannot be told now</source>
        <translation>此刻无法得知</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>kernel</source>
        <comment>source of a fact</comment>
        <translation>内核</translation>
    </message>
    <message>
        <source>wire</source>
        <comment>source of a fact</comment>
        <translation>线路</translation>
    </message>
    <message>
        <source>program</source>
        <comment>source of a fact</comment>
        <translation>程序</translation>
    </message>
    <message>
        <source>recorded</source>
        <comment>source of a fact</comment>
        <translation>录制</translation>
    </message>
    <message>
        <source>derived</source>
        <comment>source of a fact</comment>
        <translation>推算</translation>
    </message>
    <message>
        <source>The running kernel says so.</source>
        <translation>由运行中的内核说明。</translation>
    </message>
    <message>
        <source>It stood in a packet.</source>
        <translation>来自包中。</translation>
    </message>
    <message>
        <source>This program counts it.</source>
        <translation>由本程序计数。</translation>
    </message>
    <message>
        <source>It stands in the recording.</source>
        <translation>来自录制。</translation>
    </message>
    <message>
        <source>It is calculated from other facts of the same moment.</source>
        <translation>由同一时刻的其他事实推算。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Where the connection stands among the eleven states of TCP (RFC 9293).</source>
        <translation>连接处于 TCP 十一个状态中的哪一个（RFC 9293）。</translation>
    </message>
    <message>
        <source>Waiting to be accepted</source>
        <translation>等待 accept</translation>
    </message>
    <message>
        <source>Connections that the kernel has completed and the program has not accepted yet.</source>
        <translation>内核已完成、程序尚未 accept 的连接。</translation>
    </message>
    <message>
        <source>Room for waiting</source>
        <translation>等待位数</translation>
    </message>
    <message>
        <source>The backlog given to listen(), as the kernel took it; one more than this fits.</source>
        <translation>给 listen() 的 backlog，以内核采用的为准；实际可多容纳一个。</translation>
    </message>
    <message>
        <source>Congestion control</source>
        <translation>拥塞控制</translation>
    </message>
    <message>
        <source>What the sender makes of losses: open is undisturbed, recovery and loss repair what was lost.</source>
        <translation>发送方如何看待丢失：正常表示未受干扰，恢复和丢失表示正在补救。</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>What the kernel waits for before it acts by itself.</source>
        <translation>内核在自行动作之前等待什么。</translation>
    </message>
    <message>
        <source>Timer goes off in</source>
        <translation>距定时器触发</translation>
    </message>
    <message>
        <source>The time until the kernel acts by itself.</source>
        <translation>距内核自行动作还有多久。</translation>
    </message>
    <message>
        <source>Tries without an answer</source>
        <translation>无回应的次数</translation>
    </message>
    <message>
        <source>How often this timer has gone off in a row without an answer.</source>
        <translation>此定时器连续触发而无回应的次数。</translation>
    </message>
    <message>
        <source>Timeouts in a row</source>
        <translation>连续超时</translation>
    </message>
    <message>
        <source>How often the same bytes were sent again without any answer.</source>
        <translation>同样的字节重发而毫无回应的次数。</translation>
    </message>
    <message>
        <source>Probes in a row</source>
        <translation>连续探测</translation>
    </message>
    <message>
        <source>Questions to a peer that has closed its window or is silent, without an answer so far.</source>
        <translation>向关闭窗口或沉默的对端发出、至今没有回应的询问。</translation>
    </message>
    <message>
        <source>Timeout doubled</source>
        <translation>超时加倍</translation>
    </message>
    <message>
        <source>How often the timeout was doubled because no answer came.</source>
        <translation>因没有回应而把超时加倍的次数。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The number of the user who owns the socket.</source>
        <translation>拥有该套接字的用户编号。</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>A process that has the socket open.</source>
        <translation>打开着该套接字的一个进程。</translation>
    </message>
    <message>
        <source>Inode</source>
        <translation>Inode</translation>
    </message>
    <message>
        <source>The number of the socket in the kernel; 0: no program holds it, because it waits to be accepted or is over.</source>
        <translation>套接字在内核中的编号；0 表示没有程序持有它：在等待 accept，或已经结束。</translation>
    </message>
    <message>
        <source>Bound to interface</source>
        <translation>绑定的接口</translation>
    </message>
    <message>
        <source>The network interface that the socket is tied to; 0: any.</source>
        <translation>套接字所绑定的网络接口；0 表示任意。</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Arrived in the kernel, and the program has not read them yet.</source>
        <translation>已到达内核，程序尚未读取。</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Taken from the program, and not sent for now: the peer&apos;s window or the network has no room.</source>
        <translation>已从程序取走，暂未发送：对端窗口或网络没有余地。</translation>
    </message>
    <message>
        <source>Sent, not acknowledged</source>
        <translation>已发送未确认</translation>
    </message>
    <message>
        <source>On their way, or arrived with the acknowledgement still on its way back: the bytes in flight.</source>
        <translation>在途中，或已到达而确认还在返回途中：即在途字节。</translation>
    </message>
    <message>
        <source>In the send queue</source>
        <translation>发送队列中</translation>
    </message>
    <message>
        <source>Unsent and unacknowledged bytes together: all that the kernel keeps so that it can send it again.</source>
        <translation>未发送与未确认之和：内核为能重发而保留的全部字节。</translation>
    </message>
    <message>
        <source>Waiting in this program</source>
        <translation>在本程序中等待</translation>
    </message>
    <message>
        <source>Typed or replied here, and not yet given to the kernel, whose send buffer is full.</source>
        <translation>在此输入或自动回复、尚未交给内核的字节，因为其发送缓冲区已满。</translation>
    </message>
    <message>
        <source>Given to the kernel</source>
        <translation>已交给内核</translation>
    </message>
    <message>
        <source>All that the kernel has taken from this program since the connection began.</source>
        <translation>自连接开始以来内核从本程序收下的全部字节。</translation>
    </message>
    <message>
        <source>Read by this program</source>
        <translation>本程序已读取</translation>
    </message>
    <message>
        <source>All that this program has read from the kernel since the connection began.</source>
        <translation>自连接开始以来本程序从内核读取的全部字节。</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Bytes that the peer&apos;s kernel has confirmed. Whether its program has read them, nobody knows here.</source>
        <translation>对端内核已确认的字节。那边的程序是否读取，这里无从得知。</translation>
    </message>
    <message>
        <source>Received in order</source>
        <translation>按序收到</translation>
    </message>
    <message>
        <source>Bytes that have come without a gap, read or not.</source>
        <translation>没有缺口、已经到达的字节，无论读取与否。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Bytes sent so far; those sent again count again.</source>
        <translation>至今发送的字节；重发的重复计数。</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>Bytes that were sent more than once, because they seemed lost.</source>
        <translation>因似乎丢失而多次发送的字节。</translation>
    </message>
    <message>
        <source>Acknowledged, as ss prints it</source>
        <translation>已确认（ss 的数法）</translation>
    </message>
    <message>
        <source>The same as acknowledged bytes, with one more for our SYN if we dialled and one for our FIN.</source>
        <translation>与已确认字节相同，但若由我们拨出则为 SYN 多计一，FIN 再多计一。</translation>
    </message>
    <message>
        <source>Received, as ss prints it</source>
        <translation>已收到（ss 的数法）</translation>
    </message>
    <message>
        <source>The same as received bytes, with one more once the peer&apos;s FIN has come.</source>
        <translation>与已收到字节相同，但对端 FIN 到达后多计一。</translation>
    </message>
    <message>
        <source>Next datagram</source>
        <translation>下一个数据报</translation>
    </message>
    <message>
        <source>The size of the datagram that is read next; 0: none waits, or it is empty.</source>
        <translation>下一个要读取的数据报的大小；0 表示没有，或它是空的。</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>What arrived and was thrown away because there was no room for it.</source>
        <translation>已到达、因没有空间而丢弃的数据。</translation>
    </message>
    <message>
        <source>Paced at</source>
        <translation>发送节奏</translation>
    </message>
    <message>
        <source>How fast the kernel lets segments go at most, so that they do not leave in bursts.</source>
        <translation>内核放行报文段的最高速率，以免成簇发出。</translation>
    </message>
    <message>
        <source>Paced at most at</source>
        <translation>节奏上限</translation>
    </message>
    <message>
        <source>The bound that the program has set for the pace.</source>
        <translation>程序为节奏设定的上限。</translation>
    </message>
    <message>
        <source>Delivery rate</source>
        <translation>送达速率</translation>
    </message>
    <message>
        <source>How fast bytes have been arriving at the peer, as the sender measured it last.</source>
        <translation>发送方最近测得的字节到达对端的速率。</translation>
    </message>
    <message>
        <source>Limited by the program</source>
        <translation>受程序限制</translation>
    </message>
    <message>
        <source>Yes: the program had too little to send to measure more than this.</source>
        <translation>是：程序要发送的太少，测不出更高的速率。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>From sending a byte to its acknowledgement, smoothed over the last ones (RTT).</source>
        <translation>从发出字节到得到确认的时间，对最近几次作平滑（RTT）。</translation>
    </message>
    <message>
        <source>Shortest round trip</source>
        <translation>最短往返时间</translation>
    </message>
    <message>
        <source>The shortest round trip seen lately: the way itself, without queues.</source>
        <translation>近来最短的往返时间：只有路途，没有排队。</translation>
    </message>
    <message>
        <source>Round trip varies by</source>
        <translation>往返时间波动</translation>
    </message>
    <message>
        <source>How far the round trips lie apart, on average.</source>
        <translation>各次往返时间平均相差多少。</translation>
    </message>
    <message>
        <source>Round trip, seen by the receiver</source>
        <translation>接收方估计的往返时间</translation>
    </message>
    <message>
        <source>The receiver&apos;s own estimate, made from what arrives.</source>
        <translation>接收方根据到达情况自行估计。</translation>
    </message>
    <message>
        <source>Retransmission timeout</source>
        <translation>重传超时</translation>
    </message>
    <message>
        <source>After this long without an acknowledgement, the oldest bytes are sent again (RTO).</source>
        <translation>这么久没有确认，就重发最早的字节（RTO）。</translation>
    </message>
    <message>
        <source>Delayed acknowledgement</source>
        <translation>延迟确认</translation>
    </message>
    <message>
        <source>How long an acknowledgement may wait for data that it could travel with.</source>
        <translation>确认为了与数据同行可以等待多久。</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>上次发送</translation>
    </message>
    <message>
        <source>How long ago data was sent.</source>
        <translation>上次发送数据距今多久。</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>上次收到</translation>
    </message>
    <message>
        <source>How long ago data came.</source>
        <translation>上次收到数据距今多久。</translation>
    </message>
    <message>
        <source>Last acknowledgement</source>
        <translation>上次确认</translation>
    </message>
    <message>
        <source>How long ago an acknowledgement came.</source>
        <translation>上次收到确认距今多久。</translation>
    </message>
    <message>
        <source>Busy sending</source>
        <translation>发送忙</translation>
    </message>
    <message>
        <source>How long there was something to send or to be acknowledged, in all.</source>
        <translation>有数据要发送或要确认的总时长。</translation>
    </message>
    <message>
        <source>Waited for the peer&apos;s window</source>
        <translation>等待对端窗口</translation>
    </message>
    <message>
        <source>Of the busy time, how long the peer&apos;s window had no room: its program did not read.</source>
        <translation>忙时中，对端窗口没有空间的时长：那边的程序没有读取。</translation>
    </message>
    <message>
        <source>Waited for the send buffer</source>
        <translation>等待发送缓冲区</translation>
    </message>
    <message>
        <source>Of the busy time, how long our own send buffer was too small.</source>
        <translation>忙时中，本端发送缓冲区过小的时长。</translation>
    </message>
    <message>
        <source>Recovering from timeouts</source>
        <translation>从超时恢复</translation>
    </message>
    <message>
        <source>The time spent after timeouts until all was going again, in all.</source>
        <translation>超时之后到恢复正常所花的总时间。</translation>
    </message>
    <message>
        <source>Peer&apos;s window</source>
        <translation>对端窗口</translation>
    </message>
    <message>
        <source>How many bytes the peer allows us to send beyond what it has acknowledged; 0 tells us to stop.</source>
        <translation>在已确认的之外，对端允许我们再发送多少字节；0 表示叫停。</translation>
    </message>
    <message>
        <source>Our window</source>
        <translation>本端窗口</translation>
    </message>
    <message>
        <source>How many bytes we allow the peer to send beyond what we have acknowledged.</source>
        <translation>在已确认的之外，我们允许对端再发送多少字节。</translation>
    </message>
    <message>
        <source>Congestion window</source>
        <translation>拥塞窗口</translation>
    </message>
    <message>
        <source>How many segments the sender dares to have in flight, for the sake of the network.</source>
        <translation>顾及网络，发送方敢让多少报文段在途。</translation>
    </message>
    <message>
        <source>Slow start ends at</source>
        <translation>慢启动终点</translation>
    </message>
    <message>
        <source>Up to here the congestion window doubles with each round trip; above it, it grows slowly.</source>
        <translation>在此之前拥塞窗口每个往返翻倍；之后缓慢增长。</translation>
    </message>
    <message>
        <source>Largest segment sent</source>
        <translation>发送的最大报文段</translation>
    </message>
    <message>
        <source>How many bytes of data a segment to the peer carries at most (MSS).</source>
        <translation>发往对端的报文段最多携带多少数据字节（MSS）。</translation>
    </message>
    <message>
        <source>Largest segment received</source>
        <translation>收到的最大报文段</translation>
    </message>
    <message>
        <source>How many bytes of data the peer&apos;s segments carry, guessed from what came.</source>
        <translation>对端报文段携带的数据字节数，由到达情况估计。</translation>
    </message>
    <message>
        <source>Largest segment we announced</source>
        <translation>我们宣告的最大报文段</translation>
    </message>
    <message>
        <source>What we told the peer in the handshake.</source>
        <translation>握手时我们告诉对端的值。</translation>
    </message>
    <message>
        <source>Path MTU</source>
        <translation>路径 MTU</translation>
    </message>
    <message>
        <source>The largest packet that the whole way to the peer takes.</source>
        <translation>到对端的全程能通过的最大包。</translation>
    </message>
    <message>
        <source>Receive space</source>
        <translation>接收空间</translation>
    </message>
    <message>
        <source>What the kernel tunes the receive buffer for: what the program reads in a round trip.</source>
        <translation>内核据以调整接收缓冲区的量：程序在一个往返中读取多少。</translation>
    </message>
    <message>
        <source>Bound of our window</source>
        <translation>本端窗口上限</translation>
    </message>
    <message>
        <source>The kernel raises the window that we announce no further than this for now.</source>
        <translation>内核目前把我们宣告的窗口最多提高到此值。</translation>
    </message>
    <message>
        <source>Segments sent</source>
        <translation>发送的报文段</translation>
    </message>
    <message>
        <source>All segments, those without data, too.</source>
        <translation>所有报文段，包括不带数据的。</translation>
    </message>
    <message>
        <source>Segments received</source>
        <translation>收到的报文段</translation>
    </message>
    <message>
        <source>With data, sent</source>
        <translation>发送，带数据</translation>
    </message>
    <message>
        <source>Segments that carried data.</source>
        <translation>携带数据的报文段。</translation>
    </message>
    <message>
        <source>With data, received</source>
        <translation>收到，带数据</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Sent and not acknowledged.</source>
        <translation>已发送、未确认。</translation>
    </message>
    <message>
        <source>Arrived out of turn</source>
        <translation>越序到达</translation>
    </message>
    <message>
        <source>The peer has confirmed these although something before them is missing (SACK).</source>
        <translation>前面有缺失，但对端已确认这些（SACK）。</translation>
    </message>
    <message>
        <source>Believed lost</source>
        <translation>认为丢失</translation>
    </message>
    <message>
        <source>The sender thinks that these will not arrive any more.</source>
        <translation>发送方认为这些不会再到达。</translation>
    </message>
    <message>
        <source>Sent again, in flight</source>
        <translation>重发且在途</translation>
    </message>
    <message>
        <source>Sent again and not yet acknowledged.</source>
        <translation>已重发、尚未确认。</translation>
    </message>
    <message>
        <source>Sent again, in all</source>
        <translation>重发总数</translation>
    </message>
    <message>
        <source>Segments that were sent more than once since the connection began.</source>
        <translation>自连接开始以来多次发送的报文段。</translation>
    </message>
    <message>
        <source>Received out of order</source>
        <translation>乱序收到</translation>
    </message>
    <message>
        <source>Segments that came before something that they follow.</source>
        <translation>先于其前面内容到达的报文段。</translation>
    </message>
    <message>
        <source>Sent again in vain</source>
        <translation>白白重发</translation>
    </message>
    <message>
        <source>The peer said that it got these twice (DSACK).</source>
        <translation>对端说这些收到了两次（DSACK）。</translation>
    </message>
    <message>
        <source>Overtaking allowed</source>
        <translation>允许超越</translation>
    </message>
    <message>
        <source>How many segments may overtake one another before one counts as lost.</source>
        <translation>报文段互相超越多少才算丢失。</translation>
    </message>
    <message>
        <source>Overtaking seen</source>
        <translation>观察到的超越</translation>
    </message>
    <message>
        <source>How often segments were found to have overtaken one another.</source>
        <translation>发现报文段互相超越的次数。</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Segments of data that have arrived at the peer.</source>
        <translation>已到达对端的数据报文段。</translation>
    </message>
    <message>
        <source>Delivered with a congestion mark</source>
        <translation>带拥塞标记送达</translation>
    </message>
    <message>
        <source>Of these, those that a router on the way has marked (ECN).</source>
        <translation>其中被途中路由器标记的（ECN）。</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>How often the retransmission timeout has passed, in all.</source>
        <translation>重传超时发生的总次数。</translation>
    </message>
    <message>
        <source>Recoveries from timeouts</source>
        <translation>从超时恢复的次数</translation>
    </message>
    <message>
        <source>How often sending has recovered after timeouts.</source>
        <translation>超时之后恢复发送的次数。</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation>发送缓冲区</translation>
    </message>
    <message>
        <source>As getsockopt(SO_SNDBUF) tells it. Linux doubles what a program asks for, to have room for its own notes.</source>
        <translation>以 getsockopt(SO_SNDBUF) 所示为准。Linux 把程序要求的值加倍，为自己的管理信息留出空间。</translation>
    </message>
    <message>
        <source>Receive buffer</source>
        <translation>接收缓冲区</translation>
    </message>
    <message>
        <source>As getsockopt(SO_RCVBUF) tells it. Linux doubles what a program asks for, to have room for its own notes.</source>
        <translation>以 getsockopt(SO_RCVBUF) 所示为准。Linux 把程序要求的值加倍，为自己的管理信息留出空间。</translation>
    </message>
    <message>
        <source>Receive memory in use</source>
        <translation>已用接收内存</translation>
    </message>
    <message>
        <source>With all that the kernel notes beside the bytes.</source>
        <translation>含内核在字节之外记录的一切。</translation>
    </message>
    <message>
        <source>Send memory in use</source>
        <translation>已用发送内存</translation>
    </message>
    <message>
        <source>What was handed to the network and is not freed yet, with the kernel&apos;s notes.</source>
        <translation>已交给网络、尚未释放的部分，含内核的管理信息。</translation>
    </message>
    <message>
        <source>Send queue memory</source>
        <translation>发送队列内存</translation>
    </message>
    <message>
        <source>What the send queue takes, with the kernel&apos;s notes.</source>
        <translation>发送队列占用的内存，含内核的管理信息。</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Memory that is set aside for this socket and free.</source>
        <translation>为此套接字预留、尚空闲的内存。</translation>
    </message>
    <message>
        <source>Memory for options</source>
        <translation>选项内存</translation>
    </message>
    <message>
        <source>What the options of the socket take.</source>
        <translation>套接字选项占用的内存。</translation>
    </message>
    <message>
        <source>Came while it was busy</source>
        <translation>忙时到达</translation>
    </message>
    <message>
        <source>What arrived while the kernel was working on the socket and waits for a moment.</source>
        <translation>内核正在处理该套接字时到达、稍作等待的数据。</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Both ends put times into their segments, which makes round trips easy to measure.</source>
        <translation>两端在报文段中加入时间，便于测量往返。</translation>
    </message>
    <message>
        <source>Selective acknowledgement</source>
        <translation>选择确认</translation>
    </message>
    <message>
        <source>Both ends can say exactly which segments have come and which are missing (SACK).</source>
        <translation>两端都能准确说明哪些报文段已到、哪些缺失（SACK）。</translation>
    </message>
    <message>
        <source>Window scaling</source>
        <translation>窗口扩大</translation>
    </message>
    <message>
        <source>Both ends can announce windows of more than 64 KiB.</source>
        <translation>两端都能宣告超过 64 KiB 的窗口。</translation>
    </message>
    <message>
        <source>Peer&apos;s window scale</source>
        <translation>对端窗口扩大因子</translation>
    </message>
    <message>
        <source>A window that the peer announces counts for 2 to the power of this many times as much.</source>
        <translation>对端宣告的窗口要乘以 2 的这个次幂。</translation>
    </message>
    <message>
        <source>Our window scale</source>
        <translation>本端窗口扩大因子</translation>
    </message>
    <message>
        <source>A window that we announce counts for 2 to the power of this many times as much.</source>
        <translation>我们宣告的窗口要乘以 2 的这个次幂。</translation>
    </message>
    <message>
        <source>Congestion marks</source>
        <translation>拥塞标记</translation>
    </message>
    <message>
        <source>Both ends understand routers that mark packets in place of dropping them (ECN).</source>
        <translation>两端都懂得路由器以标记代替丢弃（ECN）。</translation>
    </message>
    <message>
        <source>Congestion marks seen</source>
        <translation>见到拥塞标记</translation>
    </message>
    <message>
        <source>A packet with such a mark has come.</source>
        <translation>收到过带这种标记的包。</translation>
    </message>
    <message>
        <source>Data in the SYN</source>
        <translation>SYN 中的数据</translation>
    </message>
    <message>
        <source>The SYN carried data, and the peer took it (TCP Fast Open).</source>
        <translation>SYN 携带了数据，且对端已接受（TCP Fast Open）。</translation>
    </message>
    <message>
        <source>No delay</source>
        <translation>不延迟</translation>
    </message>
    <message>
        <source>On: small pieces are sent at once and do not wait for the acknowledgement of others (TCP_NODELAY).</source>
        <translation>开：小块数据立即发送，不等待其他数据的确认（TCP_NODELAY）。</translation>
    </message>
    <message>
        <source>Quick acknowledgement</source>
        <translation>快速确认</translation>
    </message>
    <message>
        <source>On: acknowledgements are sent at once for now (TCP_QUICKACK).</source>
        <translation>开：目前确认立即发送（TCP_QUICKACK）。</translation>
    </message>
    <message>
        <source>Cork</source>
        <translation>塞住</translation>
    </message>
    <message>
        <source>On: only full segments are sent (TCP_CORK).</source>
        <translation>开：只发送装满的报文段（TCP_CORK）。</translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>On: a silent peer is asked now and then whether it is still there (SO_KEEPALIVE).</source>
        <translation>开：不时询问沉默的对端是否还在（SO_KEEPALIVE）。</translation>
    </message>
    <message>
        <source>Keepalive after</source>
        <translation>多久后保活</translation>
    </message>
    <message>
        <source>The silence before a peer is asked for the first time (TCP_KEEPIDLE).</source>
        <translation>首次询问对端之前的沉默时长（TCP_KEEPIDLE）。</translation>
    </message>
    <message>
        <source>Keepalive again after</source>
        <translation>保活间隔</translation>
    </message>
    <message>
        <source>The time between questions to a peer that does not answer (TCP_KEEPINTVL).</source>
        <translation>对不回应的对端两次询问之间的时间（TCP_KEEPINTVL）。</translation>
    </message>
    <message>
        <source>Keepalive gives up after</source>
        <translation>保活放弃次数</translation>
    </message>
    <message>
        <source>So many questions without an answer end the connection (TCP_KEEPCNT).</source>
        <translation>这么多次询问没有回应，就结束连接（TCP_KEEPCNT）。</translation>
    </message>
    <message>
        <source>Gives up sending after</source>
        <translation>多久后放弃发送</translation>
    </message>
    <message>
        <source>Bytes that stay unacknowledged for so long end the connection (TCP_USER_TIMEOUT).</source>
        <translation>字节这么久得不到确认，就结束连接（TCP_USER_TIMEOUT）。</translation>
    </message>
    <message>
        <source>Linger</source>
        <translation>Linger</translation>
    </message>
    <message>
        <source>What closing does with unsent bytes (SO_LINGER): off sends them in the background, 0 throws them away and resets.</source>
        <translation>关闭时如何处理未发送的字节（SO_LINGER）：关表示在后台发完，0 表示丢弃并重置。</translation>
    </message>
    <message>
        <source>Reuse address</source>
        <translation>重用地址</translation>
    </message>
    <message>
        <source>On: a server may start although old connections of its port are still in TIME-WAIT (SO_REUSEADDR).</source>
        <translation>开：端口的旧连接还在 TIME-WAIT 时也可启动服务器（SO_REUSEADDR）。</translation>
    </message>
    <message>
        <source>Reuse port</source>
        <translation>重用端口</translation>
    </message>
    <message>
        <source>On: several sockets may listen on the same port (SO_REUSEPORT).</source>
        <translation>开：多个套接字可在同一端口监听（SO_REUSEPORT）。</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>仅 IPv6</translation>
    </message>
    <message>
        <source>On: an IPv6 socket takes no IPv4 clients (IPV6_V6ONLY).</source>
        <translation>开：IPv6 套接字不接受 IPv4 客户端（IPV6_V6ONLY）。</translation>
    </message>
    <message>
        <source>Writable below</source>
        <translation>可写下限</translation>
    </message>
    <message>
        <source>The kernel takes more from the program only while less than this is unsent (TCP_NOTSENT_LOWAT).</source>
        <translation>只有未发送的少于此值时，内核才从程序再收数据（TCP_NOTSENT_LOWAT）。</translation>
    </message>
</context>
<context>
    <name>swb::ui::Facts</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent %1, shown as %2</source>
        <translation>已发 %1，按 %2 显示</translation>
    </message>
    <message>
        <source>Received %1, shown as %2</source>
        <translation>已收 %1，按 %2 显示</translation>
    </message>
    <message>
        <source>%1 at offset %2 (0x%3)</source>
        <translation>%1，偏移 %2（0x%3）</translation>
    </message>
</context>
<context>
    <name>swb::ui::FactsModel</name>
    <message>
        <source>Last told at %1.</source>
        <translation>最后一次得知于 %1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>swb::ui::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 行，共 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1，仅标记</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>日志筛选</translation>
    </message>
    <message>
        <source>Rows with these bytes</source>
        <translation>含有这些字节的行</translation>
    </message>
    <message>
        <source>Bytes that rows must have</source>
        <translation>行中须含有的字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text, in the encoding of each connection</source>
        <translation>文本，按各连接的编码</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>按文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Bytes in hex: 0d 0a</source>
        <translation>十六进制字节：0d 0a</translation>
    </message>
    <message>
        <source>As hex</source>
        <translation>按十六进制</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正则</translation>
    </message>
    <message>
        <source>A regular expression over the bytes</source>
        <translation>对字节匹配的正则表达式</translation>
    </message>
    <message>
        <source>As a regular expression</source>
        <translation>按正则表达式</translation>
    </message>
    <message>
        <source>Upper and lower case are the same</source>
        <translation>大小写视为相同</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>忽略大小写</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>两个方向</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Only what came from the peer</source>
        <translation>只显示对端发来的</translation>
    </message>
    <message>
        <source>Only received</source>
        <translation>只显示收到的</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Only what was sent</source>
        <translation>只显示本端发出的</translation>
    </message>
    <message>
        <source>Only sent</source>
        <translation>只显示发出的</translation>
    </message>
    <message>
        <source>Kinds of rows</source>
        <translation>行的类型</translation>
    </message>
    <message>
        <source>Which kinds of rows are shown</source>
        <translation>显示哪些类型的行</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Lifecycle</source>
        <translation>生命周期(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Errors</source>
        <translation>错误(&amp;E)</translation>
    </message>
    <message>
        <source>Only &amp;marked and noted rows</source>
        <translation>仅带标记或批注的行(&amp;M)</translation>
    </message>
    <message>
        <source>Connections: 1, 4-7</source>
        <translation>连接：1, 4-7</translation>
    </message>
    <message>
        <source>Numbers of connections</source>
        <translation>连接编号</translation>
    </message>
    <message>
        <source>from 18:05:03 or +1.5 s</source>
        <translation>从 18:05:03 或 +1.5 s</translation>
    </message>
    <message>
        <source>From this time</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>To this time</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Show all rows, and leave the filter open</source>
        <translation>显示所有行，筛选栏保持打开</translation>
    </message>
    <message>
        <source>Close the filter</source>
        <translation>关闭筛选栏</translation>
    </message>
    <message>
        <source>The expression takes too many steps at one place; the rows after it are not shown. Make it simpler.</source>
        <translation>正则表达式在某处步数过多；其后的行未显示。请简化它。</translation>
    </message>
    <message>
        <source>Kind of pattern</source>
        <translation>内容的类型</translation>
    </message>
    <message>
        <source>aA</source>
        <comment>stands on the button that ignores case</comment>
        <translation>aA</translation>
    </message>
    <message>
        <source>Show all rows, and close the filter (Esc)</source>
        <translation>显示所有行，并关闭筛选栏（Esc）</translation>
    </message>
</context>
<context>
    <name>swb::ui::FilterInput</name>
    <message>
        <source>Something is missing at the end; %1</source>
        <translation>末尾缺少内容；%1</translation>
    </message>
    <message>
        <source>“%1” at position %2 cannot stand there; %3</source>
        <translation>位置 %2 不能是“%1”；%3</translation>
    </message>
    <message>
        <source>write numbers of connections like 1, 4-7</source>
        <translation>连接编号请写成 1, 4-7 的形式</translation>
    </message>
    <message>
        <source>write a time of day like 18:05:03.000123, or one since the start like +1.5 s</source>
        <translation>请输入时刻，例如 18:05:03.000123，或自开始的时间，例如 +1.5 s</translation>
    </message>
</context>
<context>
    <name>swb::ui::FindBar</name>
    <message>
        <source>on from the first</source>
        <translation>已从头继续</translation>
    </message>
    <message>
        <source>on from the last</source>
        <translation>已从末尾继续</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3 of 3, on from the last</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>第 %1 处，共 %2 处以上</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1 处</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the bytes of this log</source>
        <translation>在此日志的字节中查找</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text, in the encoding of each connection</source>
        <translation>文本，按各连接的编码</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>查找文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Bytes, written as hex digits: 0d 0a</source>
        <translation>以十六进制数字书写的字节：0d 0a</translation>
    </message>
    <message>
        <source>Find bytes in hex</source>
        <translation>查找十六进制字节</translation>
    </message>
    <message>
        <source>A regular expression over bytes (PCRE2): ^HTTP/1\.[01] \d+</source>
        <translation>对字节匹配的正则表达式（PCRE2）：^HTTP/1\.[01] \d+</translation>
    </message>
    <message>
        <source>Find a regular expression</source>
        <translation>按正则表达式查找</translation>
    </message>
    <message>
        <source>aA</source>
        <comment>stands on the button that ignores case</comment>
        <translation>aA</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>忽略大小写</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Kind of pattern</source>
        <translation>内容的类型</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正则</translation>
    </message>
</context>
<context>
    <name>swb::ui::HallDesk</name>
    <message>
        <source>It does not listen now</source>
        <translation>它现在没有监听</translation>
    </message>
    <message>
        <source>Asking the kernel…</source>
        <translation>正在询问内核…</translation>
    </message>
    <message>
        <source>This system does not show who waits.</source>
        <translation>此系统不显示谁在等待。</translation>
    </message>
    <message>
        <source>Hall of the listener</source>
        <translation>监听者的候客厅</translation>
    </message>
</context>
<context>
    <name>swb::ui::HallDiagram</name>
    <message>
        <source>the kernel</source>
        <comment>lets clients in</comment>
        <translation>内核</translation>
    </message>
</context>
<context>
    <name>swb::ui::HallModel</name>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>门口</translation>
    </message>
    <message>
        <source>In the hall</source>
        <translation>厅内</translation>
    </message>
    <message>
        <source>At a desk</source>
        <translation>柜台前</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>two counts</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n knock(s)</source>
        <comment>clients</comment>
        <translation>
            <numerusform>%n 个在敲门</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handshake(s)</source>
        <translation>
            <numerusform>%n 个在握手</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places taken: listen(%3) admits one more</source>
        <translation>%2 个位置已占 %1 个：listen(%3) 可多容纳一个</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) to be accepted</source>
        <translation>
            <numerusform>%n 个等待 accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n 个已 accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>SYN sent again %n time(s)</source>
        <translation>
            <numerusform>SYN 已重发 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>SYN sent</source>
        <translation>已发送 SYN</translation>
    </message>
    <message numerus="yes">
        <source>answered again %n time(s)</source>
        <translation>
            <numerusform>已重新回应 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>SYN answered</source>
        <translation>SYN 已回应</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) unread</source>
        <translation>
            <numerusform>%n 字节未读</numerusform>
        </translation>
    </message>
    <message>
        <source>has finished</source>
        <translation>已结束发送</translation>
    </message>
    <message>
        <source>At the door: %1. Who knocks has sent a SYN and got no answer, because the hall is full or the answer is on its way; this can be seen of clients on this computer only.</source>
        <translation>门口：%1。敲门者已发送 SYN 而没有得到回应，因为厅已满或回应还在途中；只有本机的客户端才看得到。</translation>
    </message>
    <message>
        <source>In the hall: %1. The kernel has connected them by itself, and no program has accepted them. They can send already.</source>
        <translation>厅内：%1。内核已自行接通它们，还没有程序 accept。它们已经可以发送。</translation>
    </message>
    <message>
        <source>At a desk: %1. A program holds these connections, until it closes them.</source>
        <translation>柜台前：%1。程序持有这些连接，直到关闭它们。</translation>
    </message>
    <message>
        <source>It has finished sending (FIN).</source>
        <translation>它已结束发送（FIN）。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has knocked for %2 and got no answer; its kernel has sent the SYN again %n time(s).</source>
        <translation>
            <numerusform>%1 已敲门 %2，没有得到回应；它的内核已把 SYN 重发 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shakes hands: its SYN is answered, and its acknowledgement has not been taken yet.</source>
        <translation>%1 正在握手：它的 SYN 已得到回应，它的确认尚未被接收。</translation>
    </message>
    <message>
        <source>%1 is connected and has waited to be accepted for at least %2, with %3.</source>
        <translation>%1 已连接，等待 accept 至少 %2，带有 %3。</translation>
    </message>
    <message>
        <source>%1 is accepted: seen here for %2, with %3.</source>
        <translation>%1 已 accept：在此见到它 %2，带有 %3。</translation>
    </message>
    <message>
        <source>On the whole computer, since it was started: %1 found a hall full (ListenOverflows), %2 were turned away for any reason (ListenDrops)</source>
        <translation>整台计算机自启动以来：%1 次遇到厅满（ListenOverflows），%2 次因各种原因被拒之门外（ListenDrops）</translation>
    </message>
    <message>
        <source>Some clients may be missing here.</source>
        <translation>这里可能缺少一些客户端。</translation>
    </message>
</context>
<context>
    <name>swb::ui::Inspector</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Fold the facts away</source>
        <translation>收起事实</translation>
    </message>
    <message>
        <source>Command that shows the same on a terminal</source>
        <translation>在终端中显示同样内容的命令</translation>
    </message>
    <message>
        <source>Copy the command that shows the same on a terminal</source>
        <translation>复制在终端中显示同样内容的命令</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::InspectorDesk</name>
    <message>
        <source>The window is too narrow for the facts: make it wider</source>
        <translation>窗口太窄，放不下事实：请加宽窗口</translation>
    </message>
    <message>
        <source>Select one connection or a listening server on the left</source>
        <translation>请在左侧选择一个连接或正在监听的服务器</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from one end of a connection to the other</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>It was over before anybody looked at its facts</source>
        <translation>在有人查看它的事实之前，它就结束了</translation>
    </message>
    <message>
        <source>Asking the kernel…</source>
        <translation>正在询问内核…</translation>
    </message>
    <message>
        <source>Last seen at %1</source>
        <translation>最后见于 %1</translation>
    </message>
    <message>
        <source>Live: closed here, and the kernel still has it</source>
        <translation>实时：此处已关闭，内核仍保留它</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>As recorded at %1</source>
        <translation>录制于 %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Not recorded: nobody looked at the kernel&apos;s facts of this connection</source>
        <translation>未录制：当时没有人查看此连接的内核事实</translation>
    </message>
    <message>
        <source>It does not listen now</source>
        <translation>它现在没有监听</translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderDesk</name>
    <message>
        <source>ladder of %1</source>
        <comment>a file name; an address</comment>
        <translation>时序图 %1</translation>
    </message>
    <message>
        <source>Save the ladder as</source>
        <translation>时序图另存为</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>图形 (*.svg)</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message numerus="yes">
        <source>Saved the first %n row(s) of the ladder as “%1”</source>
        <translation>
            <numerusform>已把时序图的前 %n 行保存为“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved the ladder as “%1”</source>
        <translation>时序图已保存为“%1”</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest in sight (End)</source>
        <translation>始终显示最新内容（End）</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Save the ladder as a drawing (SVG)</source>
        <translation>把时序图保存为图形（SVG）</translation>
    </message>
    <message>
        <source>Nothing has passed on this connection yet</source>
        <translation>此连接上还没有任何往来</translation>
    </message>
    <message>
        <source>More time in less room (-, or Ctrl and the wheel)</source>
        <translation>同样的空间显示更长时间（-，或 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Less time in more room (+, or Ctrl and the wheel)</source>
        <translation>把更短的时间铺开显示（+，或 Ctrl 加滚轮）</translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>端</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>如何得知</translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderText</name>
    <message>
        <source>shutdown() or close()</source>
        <translation>shutdown() 或 close()</translation>
    </message>
    <message>
        <source>%1 of the sends above</source>
        <comment>an amount of bytes</comment>
        <translation>上述发送中的 %1</translation>
    </message>
    <message>
        <source>%1 not read yet</source>
        <comment>an amount of bytes</comment>
        <translation>%1 尚未读取</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows</source>
        <translation>前 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>Handshake: SYN, SYN and ACK, ACK</source>
        <translation>握手：SYN、SYN+ACK、ACK</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <comment>an amount of bytes</comment>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>%1 received</source>
        <comment>an amount of bytes</comment>
        <translation>接收 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n send(s)</source>
        <translation>
            <numerusform>%n 次发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s)</source>
        <translation>
            <numerusform>%n 次读取</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>观察到</translation>
    </message>
    <message>
        <source>seen on the wire</source>
        <translation>线路上看到</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>in a capture</source>
        <translation>捕获中</translation>
    </message>
    <message>
        <source>on this bench</source>
        <translation>本工作台</translation>
    </message>
    <message>
        <source>another program: inferred</source>
        <translation>其他程序：推断</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <comment>nanoseconds</comment>
        <translation>%1 纳秒</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation>%1 微秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>The handshake: SYN, SYN and ACK, ACK. The kernels do it before accept returns.</source>
        <translation>三次握手：SYN、SYN+ACK、ACK。由双方内核完成，早于 accept 返回。</translation>
    </message>
    <message>
        <source>The SYN itself was kept by the kernel; the rest is inferred.</source>
        <translation>SYN 本身由内核保存；其余为推断。</translation>
    </message>
    <message>
        <source>Inferred: without it there is no connection.</source>
        <translation>推断：没有它就不会有连接。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>client or server, and what happened there</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of this direction.</source>
        <translation>此方向的第 %1 至 %2 字节。</translation>
    </message>
    <message>
        <source>Acknowledged %1 later, as the kernel told.</source>
        <translation>%1 后得到确认，由内核告知。</translation>
    </message>
    <message>
        <source>Seen on the wire.</source>
        <translation>线路上看到。</translation>
    </message>
    <message>
        <source>Observed.</source>
        <translation>观察到。</translation>
    </message>
    <message>
        <source>When it arrives, and whether the program there reads it, cannot be seen from here.</source>
        <translation>它何时到达、那边的程序是否读取，从这里看不到。</translation>
    </message>
    <message>
        <source>The other end has read nothing of it yet.</source>
        <translation>另一端还一点都没有读取。</translation>
    </message>
    <message>
        <source>The other end has read %1 of it.</source>
        <translation>另一端已读取其中 %1。</translation>
    </message>
    <message>
        <source>Read to the last byte %1 later.</source>
        <translation>%1 后全部读完。</translation>
    </message>
    <message>
        <source>In how many sends the other program wrote it cannot be seen from here.</source>
        <translation>对方程序分几次 send 写出，从这里看不到。</translation>
    </message>
    <message numerus="yes">
        <source>It took bytes of %n send(s).</source>
        <translation>
            <numerusform>它取走了 %n 次发送的数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Client to server: %1.</source>
        <translation>客户端到服务器：%1。</translation>
    </message>
    <message>
        <source>Server to client: %1.</source>
        <translation>服务器到客户端：%1。</translation>
    </message>
    <message>
        <source>Within %1. Zoom in to see each.</source>
        <translation>历时 %1。放大可逐个查看。</translation>
    </message>
    <message>
        <source>nothing for %1</source>
        <comment>a duration</comment>
        <translation>%1 内无事发生</translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderView</name>
    <message>
        <source>Ladder</source>
        <translation>时序图</translation>
    </message>
</context>
<context>
    <name>swb::ui::LayerWords</name>
    <message>
        <source>Destination address</source>
        <translation>目的地址</translation>
    </message>
    <message>
        <source>The MAC address of the network card that is to take this frame: the next hop, not the final computer.</source>
        <translation>应接收此帧的网卡的 MAC 地址：是下一跳，不是最终的计算机。</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>The MAC address of the network card that sent this frame on this link.</source>
        <translation>在这条链路上发出此帧的网卡的 MAC 地址。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What the link carries: 0x0800 is IPv4, 0x86dd is IPv6.</source>
        <translation>链路承载的内容：0x0800 为 IPv4，0x86dd 为 IPv6。</translation>
    </message>
    <message>
        <source>VLAN tag</source>
        <translation>VLAN 标签</translation>
    </message>
    <message>
        <source>A tag that parts one cable into several networks (IEEE 802.1Q).</source>
        <translation>把一根网线划分成多个网络的标签（IEEE 802.1Q）。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>How urgent switches should take this frame, 0 to 7.</source>
        <translation>交换机处理此帧的紧急程度，0 到 7。</translation>
    </message>
    <message>
        <source>May be dropped</source>
        <translation>可丢弃</translation>
    </message>
    <message>
        <source>Set: a switch with too much to do may drop this frame first.</source>
        <translation>置位：交换机过载时可先丢弃此帧。</translation>
    </message>
    <message>
        <source>VLAN number</source>
        <translation>VLAN 编号</translation>
    </message>
    <message>
        <source>Which of the networks on this cable the frame belongs to.</source>
        <translation>此帧属于这根网线上的哪个网络。</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>To us, to all, to others, or from us: Linux notes it in place of a link header.</source>
        <translation>发给我们、发给所有人、发给别人，或由我们发出：Linux 以此代替链路头部。</translation>
    </message>
    <message>
        <source>Kind of device</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>The kind of network device (ARPHRD number); 1 is Ethernet, 772 is loopback.</source>
        <translation>网络设备的类型（ARPHRD 编号）；1 为以太网，772 为回环。</translation>
    </message>
    <message>
        <source>Address length</source>
        <translation>地址长度</translation>
    </message>
    <message>
        <source>How many bytes the link address of the sender has.</source>
        <translation>发送方链路地址的字节数。</translation>
    </message>
    <message>
        <source>Link address of the sender</source>
        <translation>发送方链路地址</translation>
    </message>
    <message>
        <source>The address of the sender on the link; zero on loopback.</source>
        <translation>发送方在链路上的地址；回环时为零。</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Bytes that mean nothing here.</source>
        <translation>在此没有含义的字节。</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>The number of the network interface on the computer that captured.</source>
        <translation>捕获所用计算机上网络接口的编号。</translation>
    </message>
    <message>
        <source>Address family</source>
        <translation>地址族</translation>
    </message>
    <message>
        <source>All that a loopback link says: whether IPv4 or IPv6 follows, by the number that the system gives it.</source>
        <translation>回环链路只说明这一点：后面是 IPv4 还是 IPv6，用系统规定的编号表示。</translation>
    </message>
    <message>
        <source>Trailer</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>Bytes behind the IP packet: padding up to the shortest frame, or a check sequence. No part of the data.</source>
        <translation>IP 包之后的字节：补足最短帧的填充或校验序列，不属于数据。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>4 or 6: which kind of IP header this is.</source>
        <translation>4 或 6：IP 头部的种类。</translation>
    </message>
    <message>
        <source>Header length</source>
        <translation>头部长度</translation>
    </message>
    <message>
        <source>The length of the IP header in words of four bytes.</source>
        <translation>IP 头部的长度，以四字节为单位。</translation>
    </message>
    <message>
        <source>Service class</source>
        <translation>服务类别</translation>
    </message>
    <message>
        <source>How routers should treat the packet (DSCP, RFC 2474); 0 is as usual.</source>
        <translation>路由器应如何对待此包（DSCP，RFC 2474）；0 为普通。</translation>
    </message>
    <message>
        <source>Congestion mark</source>
        <translation>拥塞标记</translation>
    </message>
    <message>
        <source>A router with too much to do can mark the packet here rather than drop it (ECN, RFC 3168).</source>
        <translation>过载的路由器可在此标记此包，而不必丢弃（ECN，RFC 3168）。</translation>
    </message>
    <message>
        <source>Total length</source>
        <translation>总长度</translation>
    </message>
    <message>
        <source>Header and content of this IP packet in bytes. This is what says where the data ends.</source>
        <translation>此 IP 包头部与内容的总字节数。数据到哪里结束由它决定。</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>If the packet is cut into fragments, all of them carry this number.</source>
        <translation>包被分片时，所有分片都带有这个编号。</translation>
    </message>
    <message>
        <source>Reserved bit</source>
        <translation>保留位</translation>
    </message>
    <message>
        <source>Always 0.</source>
        <translation>始终为 0。</translation>
    </message>
    <message>
        <source>Don&apos;t fragment</source>
        <translation>不分片</translation>
    </message>
    <message>
        <source>Set: routers must not cut the packet, but report that it is too large.</source>
        <translation>置位：路由器不得分片，而要报告包太大。</translation>
    </message>
    <message>
        <source>More fragments</source>
        <translation>还有分片</translation>
    </message>
    <message>
        <source>Set: other pieces of the same packet follow.</source>
        <translation>置位：同一个包还有后续分片。</translation>
    </message>
    <message>
        <source>Fragment position</source>
        <translation>片偏移</translation>
    </message>
    <message>
        <source>Where this piece belongs in the whole packet, in steps of eight bytes.</source>
        <translation>此分片在整个包中的位置，以八字节为单位。</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>生存时间</translation>
    </message>
    <message>
        <source>Each router takes one off; at 0 the packet is dropped. So none circles forever.</source>
        <translation>每经过一个路由器减一，到 0 就丢弃，因此不会永远兜圈。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>What IP carries: 6 is TCP, 17 is UDP.</source>
        <translation>IP 承载的协议：6 为 TCP，17 为 UDP。</translation>
    </message>
    <message>
        <source>Header checksum</source>
        <translation>头部校验和</translation>
    </message>
    <message>
        <source>Guards the IP header, not the data. Each router computes it anew.</source>
        <translation>保护 IP 头部，不保护数据。每个路由器都会重新计算。</translation>
    </message>
    <message>
        <source>The IP address of the computer that sent the packet. Ports are not in this header.</source>
        <translation>发出此包的计算机的 IP 地址。端口不在这个头部里。</translation>
    </message>
    <message>
        <source>The IP address of the computer that the packet is for.</source>
        <translation>此包要送达的计算机的 IP 地址。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>An addition to the IP header; rarely used today.</source>
        <translation>IP 头部的附加内容，如今很少使用。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Which option this is.</source>
        <translation>这是哪个选项。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>The whole option in bytes, kind and length included.</source>
        <translation>整个选项的字节数，含类型和长度。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What the option says.</source>
        <translation>选项的内容。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Fills the header up to a multiple of four bytes.</source>
        <translation>把头部补足为四字节的整数倍。</translation>
    </message>
    <message>
        <source>Flow label</source>
        <translation>流标签</translation>
    </message>
    <message>
        <source>The same for all packets of one conversation, so that routers can keep them on one way.</source>
        <translation>同一会话的所有包都相同，路由器可据此让它们走同一条路。</translation>
    </message>
    <message>
        <source>Payload length</source>
        <translation>载荷长度</translation>
    </message>
    <message>
        <source>What follows this header, in bytes.</source>
        <translation>此头部之后内容的字节数。</translation>
    </message>
    <message>
        <source>Next header</source>
        <translation>下一个头部</translation>
    </message>
    <message>
        <source>What follows: 6 is TCP, 17 is UDP, others are extension headers.</source>
        <translation>后面是什么：6 为 TCP，17 为 UDP，其他为扩展头部。</translation>
    </message>
    <message>
        <source>Hop limit</source>
        <translation>跳数限制</translation>
    </message>
    <message>
        <source>Each router takes one off; at 0 the packet is dropped. IPv4 calls it time to live.</source>
        <translation>每经过一个路由器减一，到 0 就丢弃。IPv4 称之为生存时间。</translation>
    </message>
    <message>
        <source>Hop-by-hop options</source>
        <translation>逐跳选项</translation>
    </message>
    <message>
        <source>An extension header for every router on the way.</source>
        <translation>给途中每个路由器看的扩展头部。</translation>
    </message>
    <message>
        <source>Destination options</source>
        <translation>目的选项</translation>
    </message>
    <message>
        <source>An extension header for the computer that the packet is for.</source>
        <translation>给目的计算机看的扩展头部。</translation>
    </message>
    <message>
        <source>Routing header</source>
        <translation>路由头部</translation>
    </message>
    <message>
        <source>An extension header that names stops on the way.</source>
        <translation>指定途经各站的扩展头部。</translation>
    </message>
    <message>
        <source>Fragment header</source>
        <translation>分片头部</translation>
    </message>
    <message>
        <source>An extension header: this is a piece of a larger packet.</source>
        <translation>扩展头部：这是更大的包的一片。</translation>
    </message>
    <message>
        <source>Authentication header</source>
        <translation>认证头部</translation>
    </message>
    <message>
        <source>An extension header that proves who sent the packet (IPsec).</source>
        <translation>证明由谁发出此包的扩展头部（IPsec）。</translation>
    </message>
    <message>
        <source>Mobility header</source>
        <translation>移动头部</translation>
    </message>
    <message>
        <source>An extension header for computers that move between networks.</source>
        <translation>给在网络间移动的计算机用的扩展头部。</translation>
    </message>
    <message>
        <source>How long this extension header is, in its own units and without the first of them.</source>
        <translation>此扩展头部的长度，按其自身单位计，不含第一个单位。</translation>
    </message>
    <message>
        <source>What the extension header says.</source>
        <translation>扩展头部的内容。</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Not used.</source>
        <translation>未使用。</translation>
    </message>
    <message>
        <source>Routing type</source>
        <translation>路由类型</translation>
    </message>
    <message>
        <source>Which kind of route this is.</source>
        <translation>这是哪种路由。</translation>
    </message>
    <message>
        <source>Stops left</source>
        <translation>剩余站数</translation>
    </message>
    <message>
        <source>How many of the stops are still to be visited.</source>
        <translation>还有多少站没有经过。</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>Which socket on the sending computer this comes from. IP finds the computer, the port finds the program.</source>
        <translation>来自发送方计算机的哪个套接字。IP 找到计算机，端口找到程序。</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目的端口</translation>
    </message>
    <message>
        <source>Which socket on the other computer this is for.</source>
        <translation>发给另一台计算机的哪个套接字。</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>The number of the first data byte of this segment. TCP numbers bytes, not packets.</source>
        <translation>此报文段第一个数据字节的编号。TCP 给字节编号，不给包编号。</translation>
    </message>
    <message>
        <source>Acknowledgement number</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>The byte that is expected next: everything before it has arrived. Counts only with the ACK flag.</source>
        <translation>下一个期望的字节：在它之前的都已到达。仅在 ACK 标志置位时有效。</translation>
    </message>
    <message>
        <source>The length of the TCP header in words of four bytes; beyond five are options.</source>
        <translation>TCP 头部的长度，以四字节为单位；超过五就有选项。</translation>
    </message>
    <message>
        <source>AE</source>
        <translation>AE</translation>
    </message>
    <message>
        <source>Accurate congestion marks; formerly the nonce bit NS.</source>
        <translation>精确拥塞标记；以前是随机位 NS。</translation>
    </message>
    <message>
        <source>CWR</source>
        <translation>CWR</translation>
    </message>
    <message>
        <source>The sender has slowed down, since it was told of congestion.</source>
        <translation>发送方得知拥塞后已放慢。</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>A router on the way marked a packet: please slow down. In a SYN it only says that marks are understood.</source>
        <translation>途中有路由器标记了包：请放慢。在 SYN 中只表示懂得这种标记。</translation>
    </message>
    <message>
        <source>URG</source>
        <translation>URG</translation>
    </message>
    <message>
        <source>The urgent pointer counts. Hardly used.</source>
        <translation>紧急指针有效。几乎不用。</translation>
    </message>
    <message>
        <source>ACK</source>
        <translation>ACK</translation>
    </message>
    <message>
        <source>The acknowledgement number counts. Set in all segments but the first SYN.</source>
        <translation>确认号有效。除第一个 SYN 外，所有报文段都置位。</translation>
    </message>
    <message>
        <source>PSH</source>
        <translation>PSH</translation>
    </message>
    <message>
        <source>The sender has no more to send just now: hand the data to the program.</source>
        <translation>发送方暂时没有更多数据：请把数据交给程序。</translation>
    </message>
    <message>
        <source>RST</source>
        <translation>RST</translation>
    </message>
    <message>
        <source>Reset: this connection is over at once, or there is none.</source>
        <translation>重置：连接立即结束，或根本没有连接。</translation>
    </message>
    <message>
        <source>SYN</source>
        <translation>SYN</translation>
    </message>
    <message>
        <source>Begins a connection and tells the first sequence number.</source>
        <translation>开始一个连接，并告知初始序号。</translation>
    </message>
    <message>
        <source>FIN</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>The sender will send no more. It can still receive.</source>
        <translation>发送方不再发送，但仍可接收。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How many more bytes the sender of this segment can take, to be scaled as the SYN said. In the SYN itself it is not scaled.</source>
        <translation>发出此报文段的一方还能接收多少字节，按 SYN 中的约定放大。SYN 自身的窗口不放大。</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Guards header, data and both IP addresses against damage on the way.</source>
        <translation>防止头部、数据和两个 IP 地址在途中损坏。</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>紧急指针</translation>
    </message>
    <message>
        <source>Counts only with the URG flag.</source>
        <translation>仅在 URG 标志置位时有效。</translation>
    </message>
    <message>
        <source>No operation</source>
        <translation>空操作</translation>
    </message>
    <message>
        <source>Only fills, so that the next option starts at an even place.</source>
        <translation>只作填充，使下一个选项对齐。</translation>
    </message>
    <message>
        <source>End of options</source>
        <translation>选项结束</translation>
    </message>
    <message>
        <source>No option follows.</source>
        <translation>后面没有选项。</translation>
    </message>
    <message>
        <source>Maximum segment size</source>
        <translation>最大报文段长度</translation>
    </message>
    <message>
        <source>The largest piece of data that the sender of this SYN wants in one segment (MSS).</source>
        <translation>发出此 SYN 的一方希望单个报文段携带的最大数据量（MSS）。</translation>
    </message>
    <message>
        <source>Window scale</source>
        <translation>窗口扩大</translation>
    </message>
    <message>
        <source>All later windows of this sender are to be multiplied by two to this power (RFC 7323).</source>
        <translation>此发送方以后的所有窗口都要乘以 2 的这个次幂（RFC 7323）。</translation>
    </message>
    <message>
        <source>SACK permitted</source>
        <translation>允许 SACK</translation>
    </message>
    <message>
        <source>The sender understands selective acknowledgements (RFC 2018).</source>
        <translation>发送方懂得选择确认（RFC 2018）。</translation>
    </message>
    <message>
        <source>Selective acknowledgement</source>
        <translation>选择确认</translation>
    </message>
    <message>
        <source>Blocks of bytes that have arrived behind a gap, so that only the gap need be sent again.</source>
        <translation>缺口之后已经到达的字节块，因此只需重发缺口。</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>The clock of the sender and an echo of the other&apos;s: so both measure the round trip (RFC 7323).</source>
        <translation>发送方的时钟和对方时钟的回显：双方据此测量往返时间（RFC 7323）。</translation>
    </message>
    <message>
        <source>Other option</source>
        <translation>其他选项</translation>
    </message>
    <message>
        <source>An option that is kept as it is.</source>
        <translation>原样保留的选项。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of data in one segment.</source>
        <translation>一个报文段中数据的字节数。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>移位</translation>
    </message>
    <message>
        <source>Windows are multiplied by two to the power of this number.</source>
        <translation>窗口乘以 2 的这个次幂。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>The first byte of a block that has arrived.</source>
        <translation>已到达的块的第一个字节。</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>The first byte behind that block.</source>
        <translation>该块之后的第一个字节。</translation>
    </message>
    <message>
        <source>Clock of the sender</source>
        <translation>发送方时钟</translation>
    </message>
    <message>
        <source>Ticks of the sender&apos;s clock; only differences mean something.</source>
        <translation>发送方时钟的计数；只有差值有意义。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>The latest clock value that came from the other side.</source>
        <translation>对方最近一次发来的时钟值。</translation>
    </message>
    <message>
        <source>Header and data of this datagram in bytes.</source>
        <translation>此数据报头部与数据的字节数。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The bytes of the application: all that a program sees of this packet.</source>
        <translation>应用的字节：程序能看到的就是这些。</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未解读</translation>
    </message>
    <message>
        <source>Bytes that belong to no field that could be read.</source>
        <translation>不属于任何可解读字段的字节。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Link: Ethernet</source>
        <translation>链路层：以太网</translation>
    </message>
    <message>
        <source>Link: Linux</source>
        <translation>链路层：Linux</translation>
    </message>
    <message>
        <source>Link: loopback</source>
        <translation>链路层：回环</translation>
    </message>
    <message>
        <source>Network: IPv4</source>
        <translation>网络层：IPv4</translation>
    </message>
    <message>
        <source>Network: IPv6</source>
        <translation>网络层：IPv6</translation>
    </message>
    <message>
        <source>Transport: TCP</source>
        <translation>传输层：TCP</translation>
    </message>
    <message>
        <source>Transport: UDP</source>
        <translation>传输层：UDP</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用层</translation>
    </message>
    <message>
        <source>Not read further</source>
        <translation>未继续解读</translation>
    </message>
    <message>
        <source>The link brings a frame to the next network card. Its header is made anew on every link.</source>
        <translation>链路层把帧送到下一块网卡。每条链路上头部都重新生成。</translation>
    </message>
    <message>
        <source>The network layer brings a packet from computer to computer, over many links.</source>
        <translation>网络层把包从一台计算机送到另一台，途经多条链路。</translation>
    </message>
    <message>
        <source>The transport layer brings bytes from socket to socket; TCP, all of them and in order.</source>
        <translation>传输层把字节从套接字送到套接字；TCP 保证全部送达且顺序不变。</translation>
    </message>
    <message>
        <source>The transport layer brings datagrams from socket to socket; UDP promises nothing about them.</source>
        <translation>传输层把数据报从套接字送到套接字；UDP 不作任何保证。</translation>
    </message>
    <message>
        <source>What the program sent. All the headers around it are taken off on the way up.</source>
        <translation>程序发送的内容。外面的各层头部在上交途中逐层去掉。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>left to the network card</source>
        <translation>留给网卡计算</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>cannot be verified: not all bytes are here</source>
        <translation>无法验证：字节不全</translation>
    </message>
    <message>
        <source>The capture ends before the packet does.</source>
        <translation>捕获在包结束之前就截断了。</translation>
    </message>
    <message>
        <source>A length or version in this packet cannot be, so it was not read further.</source>
        <translation>此包中的长度或版本不可能成立，因此未继续解读。</translation>
    </message>
    <message>
        <source>The header of this kind of link is not known.</source>
        <translation>不认识这种链路的头部。</translation>
    </message>
    <message>
        <source>This is neither IPv4 nor IPv6.</source>
        <translation>既不是 IPv4 也不是 IPv6。</translation>
    </message>
    <message>
        <source>This is neither TCP nor UDP.</source>
        <translation>既不是 TCP 也不是 UDP。</translation>
    </message>
    <message>
        <source>This is a later piece of a packet; the first piece has the transport header.</source>
        <translation>这是包的后续分片；传输层头部在第一片里。</translation>
    </message>
    <message>
        <source>set</source>
        <translation>置位</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未置位</translation>
    </message>
</context>
<context>
    <name>swb::ui::LayersModel</name>
    <message>
        <source>Headers made for the recording</source>
        <translation>头部为录制而生成</translation>
    </message>
    <message>
        <source>From the capture</source>
        <translation>来自捕获</translation>
    </message>
    <message>
        <source>Saved by the kernel</source>
        <translation>由内核保存</translation>
    </message>
    <message>
        <source>The data and the addresses are real. The kernel does not show its headers to programs, so the recording has headers made from what the socket told, for Wireshark to read.</source>
        <translation>数据和地址是真实的。内核不向程序展示它的头部，因此录制根据套接字提供的信息生成头部，供 Wireshark 读取。</translation>
    </message>
    <message>
        <source>Every byte was on the wire, as the capturing program saw it.</source>
        <translation>每个字节都来自线路，与捕获程序所见一致。</translation>
    </message>
    <message>
        <source>The client&apos;s real SYN, which the kernel kept for the server.</source>
        <translation>客户端真实的 SYN，由内核为服务器保存。</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>第 %1 字节</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>第 %1 至 %2 字节</translation>
    </message>
    <message>
        <source>%1, bit %2</source>
        <translation>%1，第 %2 位</translation>
    </message>
    <message>
        <source>%1, bits %2 to %3</source>
        <translation>%1，第 %2 至 %3 位</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>swb::ui::LayersView</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>No packet tells of this event.</source>
        <translation>没有包记载此事件。</translation>
    </message>
    <message>
        <source>Select a row to see its packet unwrapped.</source>
        <translation>选择一行，逐层查看它的包。</translation>
    </message>
    <message>
        <source>Layers of the selected event</source>
        <translation>所选事件的分层</translation>
    </message>
    <message>
        <source>Fields of the packet</source>
        <translation>包的字段</translation>
    </message>
    <message>
        <source>Bytes of the packet</source>
        <translation>包的字节</translation>
    </message>
    <message>
        <source>The packet as boxes in boxes</source>
        <translation>层层嵌套的包</translation>
    </message>
    <message>
        <source>Packet %1 of the first %2</source>
        <translation>第 %1 个包，只列前 %2 个</translation>
    </message>
    <message>
        <source>Packet %1 of %2</source>
        <translation>第 %1 个包，共 %2 个</translation>
    </message>
    <message>
        <source>Previous packet of this event</source>
        <translation>此事件的上一个包</translation>
    </message>
    <message>
        <source>Next packet of this event</source>
        <translation>此事件的下一个包</translation>
    </message>
    <message>
        <source>The chosen field</source>
        <translation>所选字段</translation>
    </message>
    <message>
        <source>&amp;Copy all fields</source>
        <translation>复制全部字段(&amp;C)</translation>
    </message>
    <message>
        <source>The chosen field explained</source>
        <translation>所选字段的说明</translation>
    </message>
</context>
<context>
    <name>swb::ui::LensBar</name>
    <message>
        <source>How to look at it</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Each event a row</source>
        <translation>每个事件一行</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>The connection as one continuous conversation</source>
        <translation>把连接显示为一段连续的对话</translation>
    </message>
    <message>
        <source>Show the stream</source>
        <translation>显示流</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Two connections, or both ends of one, scrolled together by time</source>
        <translation>两个连接，或一个连接的两端，按时间同步滚动</translation>
    </message>
    <message>
        <source>Show two connections side by side</source>
        <translation>并排显示两个连接</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>What TCP does for the connection, as the kernel tells it</source>
        <translation>TCP 为该连接做了什么，由内核说明</translation>
    </message>
    <message>
        <source>Show TCP itself</source>
        <translation>显示 TCP 本身</translation>
    </message>
</context>
<context>
    <name>swb::ui::LogModel</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>listening</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>stopped listening</source>
        <translation>停止监听</translation>
    </message>
    <message>
        <source>accepting paused</source>
        <translation>暂停接受</translation>
    </message>
    <message>
        <source>accepting resumed</source>
        <translation>恢复接受</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>peer finished</source>
        <translation>对端结束发送</translation>
    </message>
    <message>
        <source>finished sending</source>
        <translation>本端结束发送</translation>
    </message>
    <message>
        <source>reset by peer</source>
        <translation>被对端重置</translation>
    </message>
    <message>
        <source>reset by us</source>
        <translation>被本端重置</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>reading stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>reading resumed</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>received, 12 bytes, hello</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rows, which are in the recording</source>
        <translation>
            <numerusform>… 还有 %n 行，都在记录中</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1，已标记</translation>
    </message>
    <message>
        <source>%1, note: %2</source>
        <translation>%1，批注：%2</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>自开始</translation>
    </message>
    <message>
        <source>Since the row before</source>
        <translation>距上一行</translation>
    </message>
</context>
<context>
    <name>swb::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Columns of the log</source>
        <translation>日志的列</translation>
    </message>
    <message>
        <source>Show the newest rows and follow them</source>
        <translation>显示最新的行并跟随</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>rows below, not yet seen</comment>
        <translation>
            <numerusform>%n 条新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Follow the newest row</source>
        <translation>跟随最新的行(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s), the latest: %1</source>
        <translation>
            <numerusform>%n 个新行，最新一行：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for rows that pass the filter …</source>
        <translation>正在筛选 …</translation>
    </message>
    <message>
        <source>No row passes the filter</source>
        <translation>没有符合筛选条件的行</translation>
    </message>
</context>
<context>
    <name>swb::ui::MachineDesk</name>
    <message>
        <source>There is no ping here. Debian and its relatives have it in the package iputils-ping.</source>
        <translation>这里没有 ping。Debian 及其同类把它放在 iputils-ping 软件包里。</translation>
    </message>
    <message>
        <source>Looking up…</source>
        <translation>正在查询…</translation>
    </message>
</context>
<context>
    <name>swb::ui::MachineModel</name>
    <message>
        <source>no address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>What is sent to 127.0.0.1 or ::1 never leaves this computer. A ping of it tests the system&apos;s own network code, and no network card.</source>
        <translation>发往 127.0.0.1 或 ::1 的数据从不离开本机。ping 它测试的是系统自己的网络代码，而不是网卡。</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1，进程 %2</translation>
    </message>
    <message>
        <source>owner not shown to you</source>
        <translation>所有者不向你显示</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>没有人监听</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>全部端口</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Whoever binds port 0 asks the system to choose a port.</source>
        <translation>绑定端口 0 就是请系统选择端口。</translation>
    </message>
    <message>
        <source>Ports that the system chooses</source>
        <translation>系统选择的端口</translation>
    </message>
    <message>
        <source>A client that has not chosen a port gets one of these. IANA sets aside 49152 to 65535 for it; each system has its own range.</source>
        <translation>没有选择端口的客户端会得到其中之一。IANA 为此划出 49152 至 65535；各系统有自己的范围。</translation>
    </message>
    <message>
        <source>Ports below this need privilege</source>
        <translation>低于此值的端口需要特权</translation>
    </message>
    <message>
        <source>A setting of this system, 1024 on most. Well-known services have their ports below it: HTTP 80, for one.</source>
        <translation>本系统的一项设置，多数为 1024。知名服务的端口都低于它，例如 HTTP 的 80。</translation>
    </message>
    <message>
        <source>Longest accept queue</source>
        <translation>最长的 accept 队列</translation>
    </message>
    <message>
        <source>net.core.somaxconn: whatever a server asks for in listen(), its queue is no longer.</source>
        <translation>net.core.somaxconn：无论服务器在 listen() 中要求多少，队列都不会更长。</translation>
    </message>
    <message>
        <source>Time in TIME-WAIT</source>
        <translation>TIME-WAIT 时长</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>So long the end that closed first keeps the connection in mind, and its port with it.</source>
        <translation>先关闭的一端会记住连接这么久，连同它的端口。</translation>
    </message>
    <message>
        <source>Interfaces and addresses</source>
        <translation>接口与地址</translation>
    </message>
    <message>
        <source>Ports somebody listens at</source>
        <translation>有人监听的端口</translation>
    </message>
    <message>
        <source>Ports and limits of this system</source>
        <translation>本系统的端口与限制</translation>
    </message>
    <message>
        <source>An address belongs to an interface, and a computer may have several. Linux shows the same with “ip addr”, Windows with “ipconfig”.</source>
        <translation>地址属于接口，一台计算机可以有多个。Linux 用“ip addr”、Windows 用“ipconfig”显示同样内容。</translation>
    </message>
    <message>
        <source>A socket has a port; a program has as many as it opens, or none. TCP and UDP number their ports apart, and different addresses can have a socket each at the same port.</source>
        <translation>有端口的是套接字；程序打开几个就有几个，也可以没有。TCP 和 UDP 的端口分别编号，不同地址可以在同一端口各有一个套接字。</translation>
    </message>
    <message>
        <source>A port is a number of 16 bits: these are the rules of this system.</source>
        <translation>端口是 16 位的数：以下是本系统的规则。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>swb::ui::MachinePage</name>
    <message>
        <source>My machine</source>
        <translation>我的计算机</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>What this computer has</source>
        <translation>本机所有</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Na&amp;me or address</source>
        <translation>名称或地址(&amp;M)</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>名称或地址</translation>
    </message>
    <message>
        <source>Look &amp;up</source>
        <translation>查询(&amp;U)</translation>
    </message>
    <message>
        <source>Asks this system for the addresses of a name. There may be several, IPv4 and IPv6</source>
        <translation>向本系统询问名称的地址。可能有多个，IPv4 和 IPv6 都有</translation>
    </message>
    <message>
        <source>&amp;Ping</source>
        <translation>Ping(&amp;P)</translation>
    </message>
    <message>
        <source>Sends four echo requests (ICMP) by the system&apos;s own ping</source>
        <translation>用系统自带的 ping 发送四个回显请求（ICMP）</translation>
    </message>
    <message>
        <source>No answer does not mean that nobody is there: many computers and routers filter ping.</source>
        <translation>没有回应不代表那里没有人：许多计算机和路由器会过滤 ping。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Output of ping</source>
        <translation>ping 的输出</translation>
    </message>
</context>
<context>
    <name>swb::ui::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Bench</source>
        <translation>工作台(&amp;B)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;imes</source>
        <translation>时间(&amp;I)</translation>
    </message>
    <message>
        <source>G&amp;o to</source>
        <translation>转到(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>探索(&amp;X)</translation>
    </message>
</context>
<context>
    <name>swb::ui::MainWindow</name>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>About Socket Workbench</source>
        <translation>关于 Socket Workbench</translation>
    </message>
    <message>
        <source>Socket Workbench %1</source>
        <translation>Socket Workbench %1</translation>
    </message>
    <message>
        <source>A desktop bench for sockets: exact bytes, the real kernel, the evidence on disk.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>桌面上的套接字工作台：精确的字节，真实的内核，证据留在磁盘上。
自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>%1 of the recording were not on disk at the end. %2</source>
        <translation>结束时，记录中有 %1 尚未写入磁盘。%2</translation>
    </message>
    <message>
        <source>Portable: settings and recordings are beside the program.</source>
        <translation>便携模式：设置和记录都在程序旁边。</translation>
    </message>
</context>
<context>
    <name>swb::ui::NoteEditor</name>
    <message>
        <source>Note about this row</source>
        <translation>此行的批注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>What is it about this row?</source>
        <translation>这一行有什么值得注意？</translation>
    </message>
    <message>
        <source>Enter keeps it in the recording · Esc leaves it as it was</source>
        <translation>Enter 保存到记录 · Esc 放弃修改</translation>
    </message>
</context>
<context>
    <name>swb::ui::OpeningBar</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading %1</source>
        <translation>停止读取 %1</translation>
    </message>
</context>
<context>
    <name>swb::ui::PageStack</name>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Back to the bench</source>
        <translation>返回工作台</translation>
    </message>
    <message>
        <source>Back to the bench (%1)</source>
        <translation>返回工作台（%1）</translation>
    </message>
</context>
<context>
    <name>swb::ui::PaletteDesk</name>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
</context>
<context>
    <name>swb::ui::PipelineDiagram</name>
    <message>
        <source>our program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>our kernel</source>
        <translation>本端内核</translation>
    </message>
    <message>
        <source>their program</source>
        <translation>对方程序</translation>
    </message>
    <message>
        <source>their kernel</source>
        <translation>对方内核</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a receive window</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a receive window</comment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>swb::ui::PipelineModel</name>
    <message>
        <source>The connection is over: this is how it was last seen. A full vessel holds %1.</source>
        <translation>连接已结束：这是它最后的样子。满格为 %1。</translation>
    </message>
    <message>
        <source>Drawn to scale: a full vessel holds %1.</source>
        <translation>按比例绘制：满格为 %1。</translation>
    </message>
    <message>
        <source>What we send</source>
        <translation>我们发送的</translation>
    </message>
    <message>
        <source>What they send</source>
        <translation>对方发送的</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交出</translation>
    </message>
    <message>
        <source>Given to the kernel</source>
        <translation>已交给内核</translation>
    </message>
    <message>
        <source>Our queue</source>
        <translation>我们的队列</translation>
    </message>
    <message>
        <source>Their queue</source>
        <translation>对方的队列</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Unacknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Their window</source>
        <translation>对方窗口</translation>
    </message>
    <message>
        <source>Our window</source>
        <translation>本端窗口</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>已确认 %1</translation>
    </message>
    <message>
        <source>All that the sending program has written since the connection began.</source>
        <translation>自连接开始以来发送程序写出的全部字节。</translation>
    </message>
    <message>
        <source>In the sending program, waiting until its kernel has room.</source>
        <translation>在发送程序中，等待其内核腾出空间。</translation>
    </message>
    <message>
        <source>The sending kernel has taken these bytes and has not sent them yet.</source>
        <translation>发送方内核已收下、尚未发送的字节。</translation>
    </message>
    <message>
        <source>Sent, and not acknowledged yet: on their way, or lost. Kept to be sent again.</source>
        <translation>已发送、尚未确认：在途中或已丢失。保留以备重发。</translation>
    </message>
    <message>
        <source>Closed: the receiver has no room. Nothing more is sent until its program reads.</source>
        <translation>已关闭：接收方没有空间。在其程序读取之前不再发送。</translation>
    </message>
    <message>
        <source>So much the receiver lets be sent beyond what it has acknowledged.</source>
        <translation>在已确认的之外，接收方还允许发送这么多。</translation>
    </message>
    <message>
        <source>The receiving kernel has acknowledged these bytes; its program has not read them.</source>
        <translation>接收方内核已确认、程序尚未读取的字节。</translation>
    </message>
    <message>
        <source>All that the receiving program has read since the connection began.</source>
        <translation>自连接开始以来接收程序读取的全部字节。</translation>
    </message>
    <message>
        <source>%1, %2: not available here. %3</source>
        <translation>%1，%2：此处不提供。%3</translation>
    </message>
    <message>
        <source>%1, %2: %3 bytes. %4 %5</source>
        <translation>%1，%2：%3 字节。%4 %5</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Not all of these counts are available here</source>
        <translation>其中有些计数此处不提供</translation>
    </message>
    <message>
        <source>%1 − %2 counted at both ends</source>
        <translation>%1 − 两端都计的 %2</translation>
    </message>
    <message>
        <source>%1 + %2 between the two looks</source>
        <translation>%1 + 两次查看之间的 %2</translation>
    </message>
    <message>
        <source>These have arrived and are not acknowledged yet.</source>
        <translation>这些已到达、尚未确认。</translation>
    </message>
    <message>
        <source>These moved on after one end and before the other was looked at.</source>
        <translation>这些在查看一端之后、查看另一端之前移动了。</translation>
    </message>
    <message>
        <source>As it was %1 after the first look. A full vessel holds %2.</source>
        <translation>首次查看之后 %1 时的样子。满格为 %2。</translation>
    </message>
</context>
<context>
    <name>swb::ui::PlotDesk</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Not recorded: nobody looked at the kernel&apos;s facts of this connection</source>
        <translation>未录制：当时没有人查看此连接的内核事实</translation>
    </message>
    <message>
        <source>It was over before anybody looked at its facts</source>
        <translation>在有人查看它的事实之前，它就结束了</translation>
    </message>
    <message>
        <source>How much passes, how long it takes and what waits is drawn here, ten times a second</source>
        <translation>流过多少、要多久、什么在等待，都画在这里，每秒十次</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>图形 (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the plots as</source>
        <translation>曲线另存为</translation>
    </message>
    <message>
        <source>plots of %1</source>
        <comment>a file name; an address</comment>
        <translation>曲线 %1</translation>
    </message>
    <message>
        <source>Saved the plots as “%1”</source>
        <translation>曲线已保存为“%1”</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The values as a table beside the plots</source>
        <translation>在曲线旁以表格显示数值</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>More time in less room (-, or the wheel)</source>
        <translation>同样的空间显示更长时间（-，或滚轮）</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Less time in more room (+, or the wheel)</source>
        <translation>把更短的时间铺开显示（+，或滚轮）</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest in sight (End)</source>
        <translation>始终显示最新内容（End）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the plots as a picture (PNG), a drawing (SVG) or a table (CSV)</source>
        <translation>把曲线保存为图片（PNG）、图形（SVG）或表格（CSV）</translation>
    </message>
</context>
<context>
    <name>swb::ui::PlotLook</name>
    <message>
        <source>Bytes a second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>swb::ui::PlotModel</name>
    <message>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>shortest round trip</source>
        <translation>最短往返时间</translation>
    </message>
    <message>
        <source>congestion window</source>
        <translation>拥塞窗口</translation>
    </message>
    <message>
        <source>peer&apos;s window</source>
        <translation>对端窗口</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>waiting in this program</source>
        <translation>在本程序中等待</translation>
    </message>
    <message>
        <source>Derived: what came in order since the sample before, divided by the time.</source>
        <translation>推算：自上次采样以来按序到达的量除以时间。</translation>
    </message>
    <message>
        <source>Derived: what was sent since the sample before, divided by the time.</source>
        <translation>推算：自上次采样以来发送的量除以时间。</translation>
    </message>
    <message>
        <source>Derived: the congestion window in segments, times the largest segment that is sent.</source>
        <translation>推算：拥塞窗口的报文段数乘以发送的最大报文段。</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>the name of a series and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>swb::ui::PlotView</name>
    <message>
        <source>Plots</source>
        <translation>曲线</translation>
    </message>
</context>
<context>
    <name>swb::ui::PlotsPage</name>
    <message>
        <source>Values of the plots</source>
        <translation>曲线的数值</translation>
    </message>
</context>
<context>
    <name>swb::ui::PortMeaning</name>
    <message>
        <source>The system chooses a free port and shows it</source>
        <translation>由系统选择一个空闲端口并显示出来</translation>
    </message>
    <message>
        <source>Well-known (0–1023)</source>
        <translation>知名端口（0–1023）</translation>
    </message>
    <message>
        <source>Well-known (0–1023): %1</source>
        <translation>知名端口（0–1023）：%1</translation>
    </message>
    <message>
        <source>Registered (1024–49151), and this system gives %1–%2 to outgoing connections</source>
        <translation>注册端口（1024–49151）；本系统把 %1–%2 分配给外出连接</translation>
    </message>
    <message>
        <source>Registered (1024–49151)</source>
        <translation>注册端口（1024–49151）</translation>
    </message>
    <message>
        <source>Registered (1024–49151): %1</source>
        <translation>注册端口（1024–49151）：%1</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535); this system gives %1–%2 to outgoing connections</source>
        <translation>动态端口（49152–65535）；本系统把 %1–%2 分配给外出连接</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535); this system takes %1–%2 for outgoing connections, so not this one</source>
        <translation>动态端口（49152–65535）；本系统的外出连接使用 %1–%2，不含此端口</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535)</source>
        <translation>动态端口（49152–65535）</translation>
    </message>
</context>
<context>
    <name>swb::ui::PreferencePane</name>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>恢复默认设置(&amp;D)</translation>
    </message>
</context>
<context>
    <name>swb::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>swb::ui::PythonDesk</name>
    <message>
        <source>Python has no encoding that is known to be “%1”; choose another one.</source>
        <translation>Python 中没有确知与“%1”相同的编码；请选择其他编码。</translation>
    </message>
</context>
<context>
    <name>swb::ui::PythonDialog</name>
    <message>
        <source>As a Python program</source>
        <translation>写成 Python 程序</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::Question</name>
    <message>
        <source>Socket Workbench</source>
        <translation>Socket Workbench</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>swb::ui::QuitGuard</name>
    <message>
        <source>%1 of the recording are not on disk and would be lost. %2</source>
        <translation>记录中有 %1 尚未写入磁盘，退出就会丢失。%2</translation>
    </message>
    <message>
        <source>&amp;Quit anyway</source>
        <translation>仍然退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>等待(&amp;W)</translation>
    </message>
    <message>
        <source>Still being saved: %1
The window closes as soon as that is done.</source>
        <translation>仍在保存：%1
保存完成后窗口即关闭。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecentMenu</name>
    <message>
        <source>%1 in %2</source>
        <comment>a file in a folder</comment>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1（已不存在）</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>打开最近的文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remove those that are gone</source>
        <translation>移除已不存在的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecordingDesk</name>
    <message>
        <source>Open recordings</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Recordings (*.pcapng *.pcap *.cap)</source>
        <translation>记录和抓包文件 (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 was not opened: cancelled</source>
        <translation>未打开 %1：已取消</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>未能打开：%1</translation>
    </message>
    <message>
        <source>Save the recording as</source>
        <translation>记录另存为</translation>
    </message>
    <message>
        <source>Recordings (*.pcapng)</source>
        <translation>记录文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there is nothing to save</source>
        <translation>没有记录，因此无可保存</translation>
    </message>
    <message>
        <source>Not saved: “%1” is this recording itself; choose another name</source>
        <translation>未保存：“%1”就是这份记录本身；请换一个名字</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>正在保存“%1”…</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecordingKeeper</name>
    <message>
        <source>Nothing is recorded</source>
        <translation>未在记录</translation>
    </message>
    <message>
        <source>Recording to %1</source>
        <translation>正在记录到 %1</translation>
    </message>
    <message>
        <source>Not recorded yet: %2. Reading and sending wait. %1</source>
        <translation>尚未写入记录：%2。读取和发送暂停。%1</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecordingPane</name>
    <message>
        <source>Folder for recordings</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>Every recording is a file of its own in this folder</source>
        <translation>每份记录都是此文件夹中的一个单独文件</translation>
    </message>
    <message>
        <source>From the next recording on, at the next start; the present one stays in %1</source>
        <translation>下次启动后的新记录开始使用；当前记录仍在 %1</translation>
    </message>
    <message>
        <source>A power cut can cost at most the last %1 s; a crash of this program costs nothing. More often costs the disk more.</source>
        <translation>断电最多丢失最后 %1 秒；本程序崩溃不会丢失任何内容。间隔越短，磁盘负担越重。</translation>
    </message>
    <message>
        <source>The system writes when it thinks fit: a power cut can cost the last half minute or more; a crash of this program costs nothing.</source>
        <translation>由系统自行决定何时写入：断电可能丢失最后半分钟甚至更多；本程序崩溃不会丢失任何内容。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Written through to the disk</source>
        <translation>写入磁盘(&amp;W)</translation>
    </message>
    <message>
        <source>every </source>
        <comment>before a number of seconds</comment>
        <translation>每 </translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>never by this program</source>
        <translation>不由本程序写入</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>%1 Recordings are still made in %2.</source>
        <translation>%1记录仍保存在 %2。</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecordingPlaceDialog</name>
    <message>
        <source>Where to record</source>
        <translation>记录到哪里</translation>
    </message>
    <message>
        <source>Every byte is recorded as it passes. Choose a folder for the recording, or go on without one: then nothing is kept, and there is no log to read.</source>
        <translation>经过的每个字节都会被记录。请选择存放记录的文件夹，或者不记录继续：那样什么都不会保留，也没有日志可看。</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Record in this folder</source>
        <translation>记录到此文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Do &amp;not record</source>
        <translation>不记录(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecoveryDialog</name>
    <message>
        <source>Socket Workbench</source>
        <translation>Socket Workbench</translation>
    </message>
    <message>
        <source>Socket Workbench did not end properly last time</source>
        <translation>Socket Workbench 上次没有正常结束</translation>
    </message>
    <message>
        <source>What it recorded is kept. Open it beside the bench?</source>
        <translation>它记录的内容都还在。要在工作台旁打开吗？</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file and its size</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Bring the bench back, not started</source>
        <translation>恢复工作台，但不启动(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>以后再说(&amp;N)</translation>
    </message>
    <message>
        <source>It ended less than a minute after its last bench was brought back, so this time the bench was not.</source>
        <translation>上次恢复工作台后不到一分钟程序就结束了，因此这次没有恢复工作台。</translation>
    </message>
</context>
<context>
    <name>swb::ui::ShortcutModel</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>swb::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>编辑区</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send, while the text is one line</source>
        <translation>发送（文本只有一行时）</translation>
    </message>
    <message>
        <source>What was sent before</source>
        <translation>较早发送的内容</translation>
    </message>
    <message>
        <source>What was sent after it</source>
        <translation>较晚发送的内容</translation>
    </message>
</context>
<context>
    <name>swb::ui::ShortcutsPane</name>
    <message>
        <source>“%1” alone is for typing; press it together with Ctrl or Alt</source>
        <translation>单独按“%1”用于输入文字；请与 Ctrl 或 Alt 一起按</translation>
    </message>
    <message>
        <source>%1 is “%2” and cannot be changed; press others</source>
        <translation>%1 已固定用于“%2”，不能更改；请按别的键</translation>
    </message>
    <message>
        <source>%1 is already “%2”</source>
        <translation>%1 已用于“%2”</translation>
    </message>
    <message>
        <source>Filter by command or keys</source>
        <translation>按命令或按键筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Take them &amp;over</source>
        <translation>改用于此命令(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>Reset the keys of this command</source>
        <translation>恢复此命令的默认快捷键</translation>
    </message>
    <message>
        <source>Press the keys that should lead to the chosen command. Backspace takes them away.</source>
        <translation>请按下所选命令要用的按键。按退格键（Backspace）可去掉快捷键。</translation>
    </message>
    <message>
        <source>Restore &amp;defaults of all</source>
        <translation>全部恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>swb::ui::SpecCheck</name>
    <message>
        <source>Nobody can be reached at port 0; type the port that the server listens on</source>
        <translation>端口 0 上联系不到任何人；请输入服务器监听的端口</translation>
    </message>
    <message>
        <source>No encoding is called “%1”; choose one from the list</source>
        <translation>没有名为“%1”的编码；请从列表中选择</translation>
    </message>
    <message>
        <source>Type a port from 0 to 65535; 0 lets the system choose</source>
        <translation>请输入 0 到 65535 的端口；0 由系统选择</translation>
    </message>
    <message>
        <source>A port is a number; “%1” at position %2 is not a digit</source>
        <translation>端口是数字；位置 %2 的“%1”不是数字</translation>
    </message>
    <message>
        <source>Ports end at 65535</source>
        <translation>端口最大为 65535</translation>
    </message>
    <message>
        <source>Only link-local addresses (fe80::…) take an interface; leave out “%1”</source>
        <translation>只有链路本地地址（fe80::…）才带接口；请去掉“%1”</translation>
    </message>
    <message>
        <source>This computer has no interface “%1”; it has %2</source>
        <translation>本机没有接口“%1”；有 %2</translation>
    </message>
    <message>
        <source>This is no IPv6 address; an example is ::1</source>
        <translation>这不是 IPv6 地址；例如 ::1</translation>
    </message>
    <message>
        <source>This is no IPv4 address: four numbers from 0 to 255 without leading zeros, such as 127.0.0.1</source>
        <translation>这不是 IPv4 地址：应为四个 0 到 255 的数，不带前导零，例如 127.0.0.1</translation>
    </message>
    <message>
        <source>A link-local address needs its interface: write %1%%2; this computer has %3</source>
        <translation>链路本地地址须写明接口：请写成 %1%%2；本机有 %3</translation>
    </message>
    <message>
        <source>Choose an address of this computer; 127.0.0.1 is reachable from this computer only</source>
        <translation>请选择本机的地址；127.0.0.1 只能从本机访问</translation>
    </message>
    <message>
        <source>This must be an address of this computer in numbers, such as 127.0.0.1; “%1” is a name</source>
        <translation>这里要填本机的数字地址，例如 127.0.0.1；“%1”是名称</translation>
    </message>
    <message>
        <source>No interface of this computer has this address; the list shows those that it has</source>
        <translation>本机没有接口使用此地址；列表中是本机拥有的地址</translation>
    </message>
    <message>
        <source>Type the server&apos;s name or address; 127.0.0.1 is this computer</source>
        <translation>请输入服务器的名称或地址；127.0.0.1 是本机</translation>
    </message>
    <message>
        <source>%1 stands for every address of a server and names no peer; 127.0.0.1 is this computer</source>
        <translation>%1 代表服务器的所有地址，不能作为连接目标；127.0.0.1 是本机</translation>
    </message>
    <message>
        <source>A host name has no “%1” (position %2)</source>
        <translation>主机名中不能有“%1”（位置 %2）</translation>
    </message>
    <message>
        <source>This is no host name</source>
        <translation>这不是主机名</translation>
    </message>
    <message>
        <source>This system keeps ports below %1 for administrators; choose %1 or higher</source>
        <translation>本系统把 %1 以下的端口留给管理员；请选择 %1 或更大的端口</translation>
    </message>
    <message>
        <source>Message %1: %2</source>
        <translation>第 %1 条消息：%2</translation>
    </message>
</context>
<context>
    <name>swb::ui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Every byte that passes is recorded.</source>
        <translation>经过的每个字节都会被记录。</translation>
    </message>
    <message>
        <source>Start a TCP server</source>
        <translation>启动 TCP 服务器</translation>
    </message>
    <message>
        <source>At once: 127.0.0.1, port 9090, UTF-8; it echoes what it hears</source>
        <translation>立即启动：127.0.0.1，端口 9090，UTF-8；回显收到的内容</translation>
    </message>
    <message>
        <source>A server at another address, port or encoding…</source>
        <translation>用其他地址、端口或编码的服务器…</translation>
    </message>
    <message>
        <source>Start a server at another address, port or encoding</source>
        <translation>用其他地址、端口或编码启动服务器</translation>
    </message>
    <message>
        <source>Connect a TCP client</source>
        <translation>连接 TCP 客户端</translation>
    </message>
    <message>
        <source>To a server, on this computer or elsewhere</source>
        <translation>连接到本机或别处的服务器</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Read what was recorded earlier</source>
        <translation>查看以前的记录</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there will be no log to read.</source>
        <translation>现在不做记录，因此不会有日志可看。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Nothing was opened recently</source>
        <translation>最近没有打开过文件</translation>
    </message>
    <message>
        <source>A server and its client in conversation</source>
        <translation>一个服务器与客户端对话</translation>
    </message>
    <message>
        <source>Run an example…</source>
        <translation>运行示例…</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步操作</translation>
    </message>
    <message>
        <source>A server and a client by hand, one system call at a time</source>
        <translation>亲手操作服务器和客户端，一次一个系统调用</translation>
    </message>
</context>
<context>
    <name>swb::ui::StatesModel</name>
    <message>
        <source>Our end, %1</source>
        <comment>an address</comment>
        <translation>本端，%1</translation>
    </message>
    <message>
        <source>Their end, %1</source>
        <comment>an address</comment>
        <translation>对端，%1</translation>
    </message>
    <message>
        <source>not sampled</source>
        <translation>未采样到</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a time</comment>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>a time</comment>
        <translation>历时 %1</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>采样到</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Passed in less than %1, between two looks.</source>
        <translation>在两次查看之间、不到 %1 内经过。</translation>
    </message>
    <message>
        <source>Passed before the first look.</source>
        <translation>在首次查看之前经过。</translation>
    </message>
    <message>
        <source>At least %1, at most %2: it is looked at from time to time.</source>
        <translation>至少 %1，至多 %2：只是不时查看。</translation>
    </message>
    <message>
        <source>It came here by a RST.</source>
        <translation>因 RST 到达此处。</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <source>A server waits for clients.</source>
        <translation>服务器在等待客户端。</translation>
    </message>
    <message>
        <source>A SYN went out; the answer has not come.</source>
        <translation>SYN 已发出，尚无回应。</translation>
    </message>
    <message>
        <source>A SYN came and was answered; the last acknowledgement has not come.</source>
        <translation>收到 SYN 并已回应；最后的确认尚未到达。</translation>
    </message>
    <message>
        <source>Both ends may send.</source>
        <translation>两端都可以发送。</translation>
    </message>
    <message>
        <source>We have finished sending; our FIN is not acknowledged.</source>
        <translation>我们已结束发送；我们的 FIN 尚未得到确认。</translation>
    </message>
    <message>
        <source>Our FIN is acknowledged; the other end may still send.</source>
        <translation>我们的 FIN 已得到确认；另一端仍可发送。</translation>
    </message>
    <message>
        <source>The other end has finished sending; the program here has yet to close.</source>
        <translation>另一端已结束发送；这里的程序还没有关闭。</translation>
    </message>
    <message>
        <source>Both ends have sent a FIN at the same time; ours is not acknowledged.</source>
        <translation>两端同时发送了 FIN；我们的尚未得到确认。</translation>
    </message>
    <message>
        <source>The other end had finished; now our FIN waits for its acknowledgement.</source>
        <translation>另一端早已结束；现在我们的 FIN 等待确认。</translation>
    </message>
    <message>
        <source>It is over. The kernel keeps the two addresses for a minute, so that late packets meet no new connection.</source>
        <translation>已结束。内核把这对地址保留一分钟，以免迟到的包闯入新连接。</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>此处不提供</translation>
    </message>
    <message>
        <source>End</source>
        <translation>端</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time in it</source>
        <translation>停留时间</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>如何得知</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepCallRow</name>
    <message>
        <source>At most %1 at once</source>
        <translation>一次最多 %1</translation>
    </message>
    <message>
        <source>Not an IP address</source>
        <translation>不是 IP 地址</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side, system call, argument</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>side, system call</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>As UTF-8; \n, \xNN and the like are escapes</source>
        <translation>按 UTF-8；可用 \n、\xNN 等转义</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>places in the queue</source>
        <translation>队列位数</translation>
    </message>
    <message>
        <source>most bytes</source>
        <translation>最多字节</translation>
    </message>
    <message>
        <source>option</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepDesk</name>
    <message>
        <source>The program is copied. Start over before you run it, or its ports are taken.</source>
        <translation>程序已复制。运行它之前请先重新开始，否则端口仍被占用。</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepDetails</name>
    <message>
        <source>Each button is one system call on a real socket. Make a socket on both sides, then bind, listen, connect and accept. Errors teach, too: try them.</source>
        <translation>每个按钮都是对真实套接字的一次系统调用。先在两侧各建一个套接字，然后 bind、listen、connect、accept。出错也能学到东西：试试看。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepModel</name>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepPage</name>
    <message>
        <source>Step by step</source>
        <translation>逐步操作</translation>
    </message>
    <message>
        <source>Start over to choose another one</source>
        <translation>重新开始后才能另选</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>Address family</source>
        <translation>地址族</translation>
    </message>
    <message>
        <source>Language of the calls</source>
        <translation>调用的写法</translation>
    </message>
    <message>
        <source>Calls as Python writes them</source>
        <translation>按 Python 的写法</translation>
    </message>
    <message>
        <source>Calls as C writes them</source>
        <translation>按 C 的写法</translation>
    </message>
    <message>
        <source>Copy as Python program</source>
        <translation>复制为 Python 程序</translation>
    </message>
    <message>
        <source>A program that runs and does the same</source>
        <translation>可以运行、行为相同的程序</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Closes every socket here and forgets the calls</source>
        <translation>关闭这里的所有套接字，并清除调用记录</translation>
    </message>
    <message>
        <source>Calls so far</source>
        <translation>到目前为止的调用</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepPanel</name>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>No socket yet: begin with socket().</source>
        <translation>还没有套接字：从 socket() 开始。</translation>
    </message>
    <message>
        <source>%1() %2</source>
        <comment>a system call and for what it waits</comment>
        <translation>%1() %2</translation>
    </message>
    <message>
        <source>%1: socket</source>
        <comment>side</comment>
        <translation>%1：套接字</translation>
    </message>
    <message>
        <source>No socket</source>
        <translation>没有套接字</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>As a signal interrupts a call that waits</source>
        <translation>如同信号中断正在等待的调用</translation>
    </message>
</context>
<context>
    <name>swb::ui::StepWords</name>
    <message>
        <source>The program stopped waiting, as on a signal. The kernel goes on with the handshake.</source>
        <translation>程序不再等待，如同收到信号。内核仍继续握手。</translation>
    </message>
    <message>
        <source>The program stopped waiting, as on a signal. The connection has not changed by that.</source>
        <translation>程序不再等待，如同收到信号。连接并未因此改变。</translation>
    </message>
    <message>
        <source>No finished connection is in the queue, so the program sleeps in accept(). Let a client connect.</source>
        <translation>队列中没有已完成的连接，程序在 accept() 中睡眠。让一个客户端来连接吧。</translation>
    </message>
    <message>
        <source>The SYN has no answer yet: the server&apos;s queue is full, or nobody is there. The kernel sends it again by itself, the first time after about a second.</source>
        <translation>SYN 还没有得到回应：服务器的队列已满，或者那里没有人。内核会自行重发，第一次约在一秒之后。</translation>
    </message>
    <message>
        <source>Nothing has arrived. A peer that is silent and a cable that is cut look the same from here: recv() just waits.</source>
        <translation>什么都没有到达。对端沉默和网线断开，从这里看是一样的：recv() 只会等待。</translation>
    </message>
    <message>
        <source>The send buffer is full because the peer does not read. TCP slows the sender down: that is flow control. Let the other side recv().</source>
        <translation>对端不读取，发送缓冲区就满了。TCP 让发送方慢下来：这就是流量控制。让另一侧 recv() 吧。</translation>
    </message>
    <message>
        <source>UDP knows no connection: this socket can send at once, to anybody.</source>
        <translation>UDP 没有连接：这个套接字马上就能发送，发给谁都行。</translation>
    </message>
    <message>
        <source>A socket exists before any connection. Nothing has been sent, and it has no port yet.</source>
        <translation>套接字在任何连接之前就存在。什么都没有发送，它也还没有端口。</translation>
    </message>
    <message>
        <source>Port 0 means “choose for me”: the kernel chose %1.</source>
        <translation>端口 0 的意思是“替我选”：内核选了 %1。</translation>
    </message>
    <message>
        <source>This address and port now belong to the socket; nothing was sent. The same port is still free for UDP, and on other addresses of this computer.</source>
        <translation>这个地址和端口现在归此套接字所有；什么都没有发送。同一端口对 UDP、以及在本机的其他地址上仍然空闲。</translation>
    </message>
    <message>
        <source>A client need not bind: connect() would have chosen a free port by itself.</source>
        <translation>客户端不必 bind：connect() 会自行选择空闲端口。</translation>
    </message>
    <message numerus="yes">
        <source>From now on the kernel completes handshakes by itself. The number limits how many finished connections may wait for accept(), here %n; it does not limit how many are served.</source>
        <translation>
            <numerusform>从现在起，内核自行完成握手。这个数限制的是有多少已完成的连接可以等待 accept()，这里是 %n；它不限制能服务多少连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>The handshake was over before: accept() only takes the oldest connection from the queue and gives it a socket of its own. It has the server&apos;s port; one port serves all clients.</source>
        <translation>握手早已完成：accept() 只是从队列取出最早的连接，给它一个自己的套接字。它用的是服务器的端口；一个端口服务所有客户端。</translation>
    </message>
    <message>
        <source>SYN, SYN-ACK, ACK: the two kernels have done the handshake. The server&apos;s program need not have called accept() for that.</source>
        <translation>SYN、SYN-ACK、ACK：两个内核已完成握手。服务器程序不必为此先调用 accept()。</translation>
    </message>
    <message>
        <source>For UDP nothing was sent: the kernel only notes the address, and errors from there can now be told.</source>
        <translation>对 UDP 来说什么都没有发送：内核只是记下地址，今后来自那里的错误可以告知程序。</translation>
    </message>
    <message>
        <source>Nothing is sent: this end alone stops reading. It is shutdown for writing that sends the FIN.</source>
        <translation>什么都没有发送：只是本端停止读取。发送 FIN 的是关闭写方向。</translation>
    </message>
    <message>
        <source>FIN goes out behind the last byte: the peer&apos;s recv() will give 0 bytes. A connection has two directions, and after SHUT_WR this end can still receive.</source>
        <translation>FIN 跟在最后一个字节之后发出：对端的 recv() 将返回 0 字节。连接有两个方向，SHUT_WR 之后本端仍可接收。</translation>
    </message>
    <message>
        <source>With SO_REUSEADDR, bind() may take a port whose old connections still stand in TIME_WAIT. It does not end them. On Linux the sockets before must have had it, too.</source>
        <translation>有了 SO_REUSEADDR，即使旧连接还处于 TIME_WAIT，bind() 也可以使用该端口。它并不会结束那些连接。在 Linux 上，之前的套接字也必须设置过它。</translation>
    </message>
    <message>
        <source>This comes too late for the bind() that has been made: set it before.</source>
        <translation>对已经做过的 bind() 来说太晚了：要在之前设置。</translation>
    </message>
    <message>
        <source>With SO_REUSEPORT on all of them, several sockets may share one port; the kernel deals the clients out among them.</source>
        <translation>若都设置了 SO_REUSEPORT，多个套接字可共用一个端口；由内核把客户端分配给它们。</translation>
    </message>
    <message>
        <source>From now on close() throws away what is not sent, and resets the connection (RST) instead of finishing it (FIN).</source>
        <translation>从现在起，close() 会丢弃未发送的数据，并重置连接（RST），而不是正常结束（FIN）。</translation>
    </message>
    <message>
        <source>Small sends go out at once; without it, the kernel may wait to put them together (Nagle).</source>
        <translation>小的发送立即发出；否则内核可能等待，把它们合并（Nagle）。</translation>
    </message>
    <message>
        <source>A silent connection is tested now and then, on Linux first after two hours.</source>
        <translation>沉默的连接会不时受到探测，Linux 上首次在两小时之后。</translation>
    </message>
    <message>
        <source>Linux doubles the number, for its own bookkeeping.</source>
        <translation>Linux 会把这个数加倍，留作自身管理之用。</translation>
    </message>
    <message>
        <source>One datagram is on its way, or lost: sendto() does not learn whether anybody got it.</source>
        <translation>一个数据报在途中，或者已经丢失：sendto() 无从知道是否有人收到。</translation>
    </message>
    <message>
        <source>The kernel has put the bytes into its send buffer, no more than that. It does not mean that they were sent, that they arrived, or that the other program read them.</source>
        <translation>内核只是把字节放进了发送缓冲区，仅此而已。这不表示已经发出、已经到达，也不表示对方程序已经读取。</translation>
    </message>
    <message numerus="yes">
        <source>One recvfrom() is one datagram. This one was longer than asked for: the other %n byte(s) are lost.</source>
        <translation>
            <numerusform>一次 recvfrom() 就是一个数据报。这一个比要求的长：其余 %n 字节丢失了。</numerusform>
        </translation>
    </message>
    <message>
        <source>An empty datagram is real data. With UDP, 0 bytes do not mean an end.</source>
        <translation>空数据报也是真实的数据。对 UDP 来说，0 字节不表示结束。</translation>
    </message>
    <message>
        <source>One recvfrom() is one datagram: its bounds are kept, unlike those of a send() in TCP.</source>
        <translation>一次 recvfrom() 就是一个数据报：边界得以保留，这与 TCP 的 send() 不同。</translation>
    </message>
    <message>
        <source>0 bytes is no error: the peer&apos;s FIN has come, and it will send nothing more. This end may still send.</source>
        <translation>0 字节不是错误：对端的 FIN 已到，它不再发送。本端仍可发送。</translation>
    </message>
    <message>
        <source>%1 is the most that this call takes, not how much comes. TCP keeps no bounds: two sends can come in one recv(), and one in several, cut even within a character.</source>
        <translation>%1 是这次调用最多取多少，而不是会来多少。TCP 不保留边界：两次 send 可能在一次 recv() 中到达，一次 send 也可能分几次到达，甚至在一个字符中间切断。</translation>
    </message>
    <message>
        <source>The port takes no more clients. Accepted connections live on; those that still waited in the queue are reset.</source>
        <translation>该端口不再接受客户端。已 accept 的连接继续存在；仍在队列中等待的会被重置。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) stood unread, so the kernel sent RST instead of FIN: the peer gets an error, and may lose what it had not read yet.</source>
        <translation>
            <numerusform>有 %n 字节未读，因此内核发送 RST 而不是 FIN：对端会得到错误，还可能丢失尚未读取的数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program is done; the kernel finishes the connection. Who closes first keeps it in TIME_WAIT for a minute, so that late segments find no new connection.</source>
        <translation>程序的事做完了，由内核结束连接。先关闭的一方让它在 TIME_WAIT 中停留一分钟，以免迟到的报文段闯入新连接。</translation>
    </message>
    <message>
        <source>The descriptor is free again.</source>
        <translation>描述符又空闲了。</translation>
    </message>
    <message>
        <source>One port of one address goes to one socket, and connections in TIME_WAIT count. SO_REUSEADDR before bind() helps against those, not against a socket that listens.</source>
        <translation>一个地址的一个端口只归一个套接字，处于 TIME_WAIT 的连接也算。在 bind() 之前设置 SO_REUSEADDR 可以解决后者，但对正在监听的套接字无效。</translation>
    </message>
    <message>
        <source>No socket listens on that port, so the other kernel answered the SYN with RST.</source>
        <translation>没有套接字在该端口监听，所以对方内核用 RST 回应了 SYN。</translation>
    </message>
    <message>
        <source>The computer there had no socket for the last datagram and said so (ICMP port unreachable).</source>
        <translation>那边的计算机没有套接字接收上一个数据报，并如实告知（ICMP 端口不可达）。</translation>
    </message>
    <message>
        <source>RST has come: the peer closed with unread bytes, or broke off. That is an error, unlike the end, which is 0 bytes.</source>
        <translation>收到了 RST：对端关闭时有未读数据，或者强行中断。这是错误；而正常结束是 0 字节。</translation>
    </message>
    <message>
        <source>A socket that is not connected, or whose sending has ended, takes no bytes. A program in C would be killed by SIGPIPE here unless it ignores it; Python does.</source>
        <translation>未连接的、或已结束发送的套接字不接受数据。C 程序若不忽略 SIGPIPE，会在此被杀死；Python 会忽略它。</translation>
    </message>
    <message>
        <source>Only a connected socket carries bytes. A listening one does not: accept() gives one that does.</source>
        <translation>只有已连接的套接字才能传送数据。监听套接字不能：accept() 会给出一个可以的。</translation>
    </message>
    <message>
        <source>After close() the number means nothing any more, or soon another file.</source>
        <translation>close() 之后这个数字不再有意义，或者很快就指向别的文件。</translation>
    </message>
    <message>
        <source>A TCP socket has one connection in its life. For another one, make a new socket.</source>
        <translation>一个 TCP 套接字一生只有一个连接。要再连接，请新建套接字。</translation>
    </message>
    <message>
        <source>listen() comes first: it makes the socket passive.</source>
        <translation>先要 listen()：它使套接字变为被动。</translation>
    </message>
    <message>
        <source>A datagram over IPv4 holds 65,507 bytes at most.</source>
        <translation>IPv4 上的一个数据报最多容纳 65,507 字节。</translation>
    </message>
    <message>
        <source>The call changed nothing.</source>
        <translation>这次调用没有改变任何东西。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message numerus="yes">
        <source>given up after %n byte(s)</source>
        <translation>
            <numerusform>%n 字节后放弃</numerusform>
        </translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>descriptor %1</source>
        <translation>描述符 %1</translation>
    </message>
    <message>
        <source>a new socket, %1, for the client at %2</source>
        <translation>为 %2 的客户端新建套接字 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) taken by the kernel</source>
        <translation>
            <numerusform>内核收下 %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>the end: the peer has finished sending</source>
        <translation>结束：对端已结束发送</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) read</source>
        <translation>
            <numerusform>读取 %n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a datagram of %n byte(s) from %1</source>
        <translation>
            <numerusform>来自 %1 的 %n 字节数据报</numerusform>
        </translation>
    </message>
    <message>
        <source>bound to %1</source>
        <translation>已绑定到 %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>another socket is bound to this port</source>
        <translation>另一个套接字已绑定此端口</translation>
    </message>
    <message>
        <source>no interface of this computer has this address</source>
        <translation>本机没有接口拥有此地址</translation>
    </message>
    <message>
        <source>that needs a privilege; ports from 1024 on do not</source>
        <translation>这需要特权；1024 及以上的端口不需要</translation>
    </message>
    <message>
        <source>the socket is of another address family</source>
        <translation>套接字属于另一个地址族</translation>
    </message>
    <message>
        <source>the descriptor is closed</source>
        <translation>描述符已关闭</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>那里没有人监听</translation>
    </message>
    <message>
        <source>the peer has reset the connection</source>
        <translation>对端已重置连接</translation>
    </message>
    <message>
        <source>it does not listen</source>
        <translation>它没有监听</translation>
    </message>
    <message>
        <source>it is bound already</source>
        <translation>它已经绑定</translation>
    </message>
    <message>
        <source>that makes no sense to the kernel here</source>
        <translation>内核认为这在此处没有意义</translation>
    </message>
    <message>
        <source>it is connected already, or listens</source>
        <translation>它已经连接，或正在监听</translation>
    </message>
    <message>
        <source>too long for one datagram</source>
        <translation>对一个数据报来说太长</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>nothing can be sent on it any more, or not yet</source>
        <translation>它已经不能、或尚不能发送</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>没有及时得到回应</translation>
    </message>
    <message>
        <source>no route leads there</source>
        <translation>没有路由可达</translation>
    </message>
    <message>
        <source>no descriptor is left</source>
        <translation>描述符用完了</translation>
    </message>
    <message>
        <source>waits for a client in the queue</source>
        <translation>等待队列中出现客户端</translation>
    </message>
    <message>
        <source>waits for the peer&apos;s answer</source>
        <translation>等待对端回应</translation>
    </message>
    <message>
        <source>waits for bytes</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>waits for room in the send buffer</source>
        <translation>等待发送缓冲区腾出空间</translation>
    </message>
    <message>
        <source>closed by its program</source>
        <translation>已由其程序关闭</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting to be accepted</source>
        <translation>等待 accept</translation>
    </message>
    <message>
        <source>Limit of the queue</source>
        <translation>队列上限</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Not acknowledged yet</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>Acknowledged by the peer&apos;s kernel</source>
        <translation>对端内核已确认</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Room the peer offers</source>
        <translation>对端提供的空间</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>Next datagram</source>
        <translation>下一个数据报</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>swb::ui::StreamDesk</name>
    <message>
        <source>Bytes of the stream</source>
        <translation>流的字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The bytes as text</source>
        <translation>以文本显示字节</translation>
    </message>
    <message>
        <source>Show the stream as text</source>
        <translation>以文本显示流</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>The bytes as hex digits</source>
        <translation>以十六进制显示字节</translation>
    </message>
    <message>
        <source>Show the stream as hex</source>
        <translation>以十六进制显示流</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Hex digits, and the text beside them</source>
        <translation>十六进制，旁边是文本</translation>
    </message>
    <message>
        <source>Show the stream as hex and text</source>
        <translation>以十六进制和文本显示流</translation>
    </message>
    <message>
        <source>Select one connection on the left to see its conversation</source>
        <translation>请在左侧选择一个连接，查看它的对话</translation>
    </message>
</context>
<context>
    <name>swb::ui::StreamFacts</name>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Event %1: %2 received at %3</source>
        <translation>事件 %1：%3 收到 %2</translation>
    </message>
    <message>
        <source>Event %1: %2 sent at %3</source>
        <translation>事件 %1：%3 发出 %2</translation>
    </message>
    <message>
        <source>Event %1, at %2</source>
        <translation>事件 %1，%2</translation>
    </message>
</context>
<context>
    <name>swb::ui::StreamLayout</name>
    <message>
        <source>%1 cannot be read: the recording is damaged here</source>
        <translation>%1无法读取：记录在此处损坏</translation>
    </message>
</context>
<context>
    <name>swb::ui::StreamView</name>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Show the newest bytes and follow them</source>
        <translation>显示最新的字节并跟随</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) in the stream</source>
        <translation>
            <numerusform>流中有 %n 个新事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>events below, not yet seen</comment>
        <translation>
            <numerusform>%n 条新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>received: hello</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;text</source>
        <translation>将前 %1 复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;hex</source>
        <translation>将前 %1 复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Follow the newest bytes</source>
        <translation>跟随最新的字节(&amp;F)</translation>
    </message>
</context>
<context>
    <name>swb::ui::SubjectBar</name>
    <message>
        <source>Connection %1 with %2</source>
        <translation>连接 %1，对端 %2</translation>
    </message>
    <message>
        <source>dialled from %1</source>
        <translation>从 %1 发起</translation>
    </message>
    <message>
        <source>accepted at %1</source>
        <translation>在 %1 接受</translation>
    </message>
    <message>
        <source>reading stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>%1 wait for the peer</source>
        <translation>%1 等待对端</translation>
    </message>
    <message>
        <source>the queue is full</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>%1 never sent</source>
        <translation>%1 未能发送</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Encoding of this connection</source>
        <translation>此连接的编码</translation>
    </message>
    <message>
        <source>How the bytes are shown as text and text is made bytes; the recording never changes</source>
        <translation>字节如何显示为文字、文字如何变成字节；记录本身不变</translation>
    </message>
</context>
<context>
    <name>swb::ui::TcpPage</name>
    <message>
        <source>View of TCP</source>
        <translation>TCP 视图</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Where the bytes are now: in which queue, on which side</source>
        <translation>字节此刻在哪里：哪一侧、哪个队列</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The states of both ends, and the path they have taken</source>
        <translation>两端的状态及其经过的路径</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>What passed between the two ends, from top to bottom</source>
        <translation>两端之间的往来，自上而下</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>What the kernel counts, over time</source>
        <translation>内核的各项计数随时间的变化</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>候客厅</translation>
    </message>
    <message>
        <source>Who waits to be accepted</source>
        <translation>谁在等待被 accept</translation>
    </message>
    <message>
        <source>Select one connection or a listening server on the left</source>
        <translation>请在左侧选择一个连接或正在监听的服务器</translation>
    </message>
    <message>
        <source>Select one connection on the left</source>
        <translation>请在左侧选择一个连接</translation>
    </message>
</context>
<context>
    <name>swb::ui::WorkPresenter</name>
    <message>
        <source>Port %1 is taken by another program; the system chose a free one</source>
        <translation>端口 %1 已被其他程序占用；系统选择了一个空闲端口</translation>
    </message>
    <message>
        <source>The last %1 of the file are no whole record and are not shown</source>
        <translation>文件末尾的 %1 不是完整的记录，未显示</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>one timeline of everything on this bench</source>
        <translation>工作台上一切事件的时间线</translation>
    </message>
    <message>
        <source>This recording holds no events</source>
        <translation>此记录中没有事件</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there is no log</source>
        <translation>没有记录，因此没有日志</translation>
    </message>
    <message>
        <source>What happens here is listed here, each event a row</source>
        <translation>这里发生的事件会逐行列出</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有发生任何事件</translation>
    </message>
    <message>
        <source>This is a recording; nothing can be sent</source>
        <translation>这是记录文件，不能发送</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Select a connection to send to it</source>
        <translation>请选择一个连接来发送</translation>
    </message>
    <message>
        <source>Sending is finished (FIN)</source>
        <translation>已结束发送（FIN）</translation>
    </message>
    <message>
        <source>This connection is over</source>
        <translation>此连接已结束</translation>
    </message>
    <message>
        <source>No client is connected</source>
        <translation>没有已连接的客户端</translation>
    </message>
</context>
<context>
    <name>swb::ui::WorkspaceDesk</name>
    <message>
        <source>Open a bench</source>
        <translation>打开工作台</translation>
    </message>
    <message>
        <source>Benches (*.swbench);;All files (*)</source>
        <translation>工作台文件 (*.swbench);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” was not opened: %2</source>
        <translation>未能打开“%1”：%2</translation>
    </message>
    <message>
        <source>The changes to “%1” are not saved.</source>
        <translation>对“%1”的修改尚未保存。</translation>
    </message>
    <message>
        <source>This bench is not saved.</source>
        <translation>此工作台尚未保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n open connection(s) end with a reset (RST). The recording keeps what passed.</source>
        <translation>
            <numerusform>%n 个打开的连接会被重置（RST）。已经过的内容仍保留在记录中。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>This bench was saved by a newer version; what is not understood was left out.</source>
        <translation>此工作台由较新的版本保存；无法识别的内容已略去。</translation>
    </message>
    <message>
        <source>Not understood: %1.</source>
        <translation>无法识别：%1。</translation>
    </message>
    <message>
        <source>The file stays as it is; save under another name.</source>
        <translation>原文件保持不变；请另存为别的名字。</translation>
    </message>
    <message>
        <source>Opened; nothing is started yet</source>
        <translation>已打开；尚未启动任何端点</translation>
    </message>
    <message>
        <source>Save the bench as</source>
        <translation>工作台另存为</translation>
    </message>
    <message>
        <source>Benches (*.swbench)</source>
        <translation>工作台文件 (*.swbench)</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Socket Workbench</source>
        <translation>Socket Workbench</translation>
    </message>
    <message>
        <source>%1[*] – %2</source>
        <translation>%1[*] – %2</translation>
    </message>
    <message>
        <source>Replace the bench?</source>
        <translation>要替换当前工作台吗？</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>正在保存“%1”…</translation>
    </message>
</context>
</TS>
