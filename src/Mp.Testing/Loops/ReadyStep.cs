namespace Mp.Testing.Loops;

/// <summary>Something that can run now.</summary>
/// <param name="Machine">The machine that it runs on, or none.</param>
/// <param name="Work">What to run.</param>
/// <param name="Queue">Of what it must not overtake the other steps, or nothing.</param>
/// <param name="Name">Which step it is, if somebody wants to know.</param>
internal readonly record struct ReadyStep(Machine? Machine, IThreadPoolWorkItem Work, object? Queue, StepName Name);
