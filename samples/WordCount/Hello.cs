namespace WordCount;

/// <summary>What a worker says first: <c>["hello", worker, process ID]</c>.</summary>
[Message("hello")]
internal readonly partial record struct Hello(PortId<Worker> Worker, int ProcessId);
