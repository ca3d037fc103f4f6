using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace CallControl.Media.Buffers;

/// <summary>
/// A bounded queue of frames for one reader at a time. When it is full the oldest frame makes room. A frame's buffer goes back when the reader asks for the
/// next one. Nothing is allocated for a frame, also when the reader has to wait.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Who reads owns the reader; the queue only knows it.")]
internal sealed class FrameQueue<T>(int capacity) : IAsyncEnumerable<T>
    where T : struct, IPooledFrame
{
    private readonly Lock _gate = new();
    private readonly T[] _items = new T[capacity];
    private int _head;
    private int _count;
    private bool _isCompleted;
    private Exception? _fault;
    private Reader? _reader;

    // The reader, while it waits. Whoever takes it from here wakes it, so a wait is ended once.
    private Reader? _waiting;

    /// <summary>Adds a frame.</summary>
    /// <param name="item">The frame; given back at once when the queue is completed.</param>
    /// <param name="dropped">The frame that had to make room, already given back; the frame itself when the queue is completed.</param>
    /// <returns>False when something was dropped.</returns>
    public bool TryAdd(in T item, out T dropped)
    {
        dropped = default;
        var isDropped = false;
        Reader? woken = null;
        lock (_gate)
        {
            if (_isCompleted)
            {
                (dropped, isDropped) = (item, true);
            }
            else
            {
                if (_count == capacity)
                    (dropped, isDropped) = (Take(), true);

                _items[(_head + _count++) % capacity] = item;
                (woken, _waiting) = (_waiting, null);
            }
        }

        if (isDropped)
            dropped.Return();

        Wake(woken);
        return !isDropped;
    }

    /// <summary>No more frames come; those that are there are still read. Again, it does nothing.</summary>
    /// <param name="fault">What the reader gets behind the last frame; null for a plain end.</param>
    public void Complete(Exception? fault = null)
    {
        Reader? woken;
        lock (_gate)
        {
            if (_isCompleted)
                return;

            (_isCompleted, _fault) = (true, fault);
            (woken, _waiting) = (_waiting, null);
        }

        Wake(woken);
    }

    /// <summary>The frames, read until this token or that of the enumeration is cancelled.</summary>
    public IAsyncEnumerable<T> ReadAll(CancellationToken cancellationToken) => new Reading(this, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Somebody is reading already.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Begin(cancellationToken, CancellationToken.None);

    // On the pool: whoever adds does not read.
    private static void Wake(Reader? reader)
    {
        if (reader is not null)
            ThreadPool.UnsafeQueueUserWorkItem(reader, preferLocal: false);
    }

    private Reader Begin(CancellationToken first, CancellationToken second)
    {
        lock (_gate)
        {
            if (_reader is not null)
                throw new InvalidOperationException("Somebody is reading already: there is one reader at a time.");

            return _reader = new Reader(this, first, second);
        }
    }

    private T Take()
    {
        var item = _items[_head];
        _items[_head] = default;
        _head = (_head + 1) % capacity;
        _count--;
        return item;
    }

    private ValueTask<bool> MoveNextAsync(Reader reader)
    {
        lock (_gate)
        {
            if (reader.IsPending)
                throw new InvalidOperationException("The frame that was asked for last has not been awaited: ask for one at a time.");

            reader.ReturnCurrent();
            if (_reader == reader && _count == 0 && !_isCompleted && !reader.IsCancelled)
            {
                _waiting = reader;
                return reader.Wait();
            }
        }

        return ValueTask.FromResult(Advance(reader));
    }

    private bool Advance(Reader reader)
    {
        lock (_gate)
        {
            // Who has left takes nothing from the next.
            if (_reader != reader)
                return false;

            reader.ThrowIfCancelled();
            if (_count > 0)
            {
                reader.Current = Take();
                return true;
            }

            return _fault is null ? false : throw _fault;
        }
    }

    private void Cancel(Reader reader)
    {
        lock (_gate)
        {
            if (_waiting != reader)
                return;

            _waiting = null;
        }

        Wake(reader);
    }

    private void Leave(Reader reader)
    {
        lock (_gate)
        {
            if (_waiting == reader)
                throw new NotSupportedException("A frame is being waited for: cancel, and await it, before leaving.");

            reader.ReturnCurrent();
            if (_reader == reader)
                _reader = null;
        }
    }

    private sealed class Reader : IAsyncEnumerator<T>, IThreadPoolWorkItem, IValueTaskSource<bool>
    {
        private readonly FrameQueue<T> _queue;
        private readonly CancellationToken _first;
        private readonly CancellationToken _second;
        private readonly CancellationTokenRegistration _firstRegistration;
        private readonly CancellationTokenRegistration _secondRegistration;
        private ManualResetValueTaskSourceCore<bool> _wait;
        private T _current;

        public Reader(FrameQueue<T> queue, CancellationToken first, CancellationToken second)
        {
            (_queue, _first, _second) = (queue, first, second);
            _firstRegistration = first.UnsafeRegister(static state => ((Reader)state!).Cancel(), this);
            _secondRegistration = second.UnsafeRegister(static state => ((Reader)state!).Cancel(), this);
        }

        /// <summary>Whether it waits, or was woken and nobody has taken the result.</summary>
        public bool IsPending { get; private set; }

        public bool IsCancelled => _first.IsCancellationRequested || _second.IsCancellationRequested;

        public T Current
        {
            get => _current;
            set => _current = value;
        }

        public ValueTask<bool> MoveNextAsync() => _queue.MoveNextAsync(this);

        /// <summary>Waits until it is woken.</summary>
        public ValueTask<bool> Wait()
        {
            _wait.Reset();
            IsPending = true;
            return new ValueTask<bool>(this, _wait.Version);
        }

        public void ThrowIfCancelled()
        {
            _first.ThrowIfCancellationRequested();
            _second.ThrowIfCancellationRequested();
        }

        public void ReturnCurrent()
        {
            _current.Return();
            _current = default;
        }

        /// <exception cref="NotSupportedException">It waits for a frame.</exception>
        public async ValueTask DisposeAsync()
        {
            _queue.Leave(this);
            await _firstRegistration.DisposeAsync().ConfigureAwait(false);
            await _secondRegistration.DisposeAsync().ConfigureAwait(false);
        }

        void IThreadPoolWorkItem.Execute() => _wait.SetResult(true);

        bool IValueTaskSource<bool>.GetResult(short token)
        {
            _wait.GetResult(token);
            IsPending = false;
            return _queue.Advance(this);
        }

        ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

        void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _wait.OnCompleted(continuation, state, token, flags);

        private void Cancel() => _queue.Cancel(this);
    }

    private sealed class Reading(FrameQueue<T> queue, CancellationToken token) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => queue.Begin(token, cancellationToken);
    }
}
